package io.ticketwire.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.ticketwire.platform.launch.LaunchFailure;

/**
 * Runs Postgres' programs. They refuse to run as root; a root user's are run
 * <ol>
 *   <li>as the owner of the data, where that is somebody else,
 *   <li>else in a user namespace without root, which keeps the files root's own,
 *   <li>else, where the machine forbids namespaces as most containers do, as the user nobody.
 * </ol>
 *
 * @param home the folder that holds {@code bin}
 * @param prefix what comes before the program's name on the command line
 * @param uid the owner that new data needs, 0 or above; -1: whoever runs this process
 */
record PostgresPrograms(Path home, List<String> prefix, int uid) {

    private static final int NOBODY = 65534;
    private static final int NO_CHANGE = -1;

    /** What a program said. */
    record Outcome(int exitCode, String output) {}

    /**
     * @param data the data folder of Postgres, or where it is going to be: its parent exists
     * @throws LaunchFailure if this is root and there is no way to step down
     */
    static PostgresPrograms of(Path home, Path data) throws IOException, InterruptedException {
        int owner = uidOf(Files.exists(data) ? data : data.getParent());
        int self = uidOfThisProcess();
        if (self != 0) {
            return new PostgresPrograms(home, List.of(), NO_CHANGE);
        }
        List<PostgresPrograms> ways = new ArrayList<>();
        if (owner != 0) {
            ways.add(as(home, owner));
        } else {
            ways.add(new PostgresPrograms(home, List.of("unshare", "-U"), NO_CHANGE));
            if (!Files.exists(data)) {
                ways.add(as(home, NOBODY));
            }
        }
        for (PostgresPrograms way : ways) {
            if (way.works()) {
                return way;
            }
        }
        throw new LaunchFailure(
                "Postgres refuses to run as root, and no other user can run it from %s: start as another user,"
                                .formatted(home)
                        + " choose a folder that everybody may enter with TICKETWIRE_LOCAL_DATA_DIR,"
                        + " or use a Postgres of your own with QUARKUS_DATASOURCE_REACTIVE_URL");
    }

    private static PostgresPrograms as(Path home, int uid) {
        return new PostgresPrograms(
                home, List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    /** Hands a file or folder to the user that the programs run as. */
    Path own(Path path) throws IOException {
        if (uid != NO_CHANGE) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", uid);
        }
        return path;
    }

    /** Runs a program of Postgres to its end. Its output goes by way of a file: a pipe would stay open with the server that it starts. */
    Outcome run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private boolean works() throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0 && exec \"$0\" --version"));
        command.add(home.resolve("bin/pg_ctl").toString());
        try {
            return run(command).exitCode() == 0;
        } catch (IOException e) {
            return false; // no such command on this machine
        }
    }

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        File output = File.createTempFile("ticketwire-postgres", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output)
                    .start();
            try {
                int exitCode = process.waitFor();
                return new Outcome(exitCode, Files.readString(output.toPath()).strip());
            } catch (InterruptedException e) {
                process.destroy();
                process.waitFor(1, TimeUnit.SECONDS);
                throw e;
            }
        } finally {
            Files.delete(output.toPath());
        }
    }

    private static int uidOfThisProcess() throws IOException {
        Path probe = Files.createTempFile("ticketwire", ".uid");
        try {
            return uidOf(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static int uidOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
