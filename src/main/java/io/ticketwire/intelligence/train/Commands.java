package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What the program does in the place of serving, when its first argument says so:
 *
 * <pre>
 *   train      makes the model that Ticketwire ships, by a recipe
 *   adapt      teaches a model's heads the labels of one's own tickets
 *   evaluate   asks a model about labelled messages, and says how often it is right
 * </pre>
 *
 * Starts neither server nor broker nor database.
 */
public final class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Commands() {}

    /** Does what is asked for and gives the exit code; empty if it is not one of these commands. */
    public static OptionalInt run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0) {
            return OptionalInt.empty();
        }
        Command command =
                switch (args[0]) {
                    case "train" -> TrainCommand::run;
                    case "adapt" -> AdaptCommand::run;
                    case "evaluate" -> EvaluateCommand::run;
                    default -> null;
                };
        return command == null ? OptionalInt.empty() : OptionalInt.of(run(command, args, out, err));
    }

    private static int run(Command command, String[] args, PrintStream out, PrintStream err) {
        try {
            command.run(Arrays.copyOfRange(args, 1, args.length), out);
            return DONE;
        } catch (UsageException e) {
            err.println(args[0] + ": " + e.getMessage());
            return MISUSED;
        } catch (NoSuchFileException e) {
            err.println(args[0] + ": there is no file or folder " + e.getMessage());
            return FAILED;
        } catch (AccessDeniedException e) {
            err.println(args[0] + ": may not read or write " + e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println(args[0] + ": " + e.getMessage());
            return FAILED;
        }
    }

    private interface Command {
        void run(String[] args, PrintStream out) throws IOException;
    }
}
