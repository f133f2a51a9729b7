package io.ticketwire.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.Set;

import io.ticketwire.local.LocalSettings;
import io.ticketwire.local.LocalStack;
import io.ticketwire.platform.launch.EmbeddedServices.Kind;

/**
 * The broker or the database in a process of its own, so that it can be killed without the others. Ends with its standard
 * input: a test that is killed leaves nothing behind.
 */
public final class LocalServer {

    private LocalServer() {}

    /** @param args kind, data folder, folder of Postgres' programs, port, and the file to write when it answers */
    public static void main(String[] args) throws IOException {
        Kind kind = Kind.valueOf(args[0]);
        int port = Integer.parseInt(args[3]);
        LocalStack stack = LocalStack.start(
                new LocalSettings(Set.of(kind), Path.of(args[1]), Path.of(args[2]), port, port, "ticketwire"));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "local-server"));
        Properties reachable = new Properties();
        if (kind == Kind.KAFKA) {
            reachable.setProperty("kafka", stack.kafkaBootstrap());
        } else {
            reachable.setProperty("jdbc", stack.jdbcUrl());
            reachable.setProperty("reactive", stack.reactiveUrl());
            reachable.setProperty("username", stack.username());
            reachable.setProperty("password", stack.password());
        }
        write(reachable, Path.of(args[4]));
        while (System.in.read() >= 0) {
            // nobody says anything: it ends when whoever started this ends
        }
        System.exit(0);
    }

    private static void write(Properties reachable, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            reachable.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
