package io.ticketwire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server that outlived its process: it is a child only in name and survives a {@code kill -9} of the JVM. Its
 * {@code postmaster.pid} names it, but the number may belong to somebody else by now, and then Postgres would refuse to start
 * next to a stranger.
 */
final class AbandonedPostgres {

    private final Path data;
    private final Path pidFile;

    AbandonedPostgres(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** @return the process of the server that runs on this data, if one does */
    Optional<ProcessHandle> find() throws IOException {
        return named().filter(this::isOurs);
    }

    /** Removes a pid file that names a living stranger. One that names nobody is Postgres' own affair. */
    void forgetStranger() throws IOException {
        if (named().filter(process -> !isOurs(process)).isPresent()) {
            Files.delete(pidFile);
        }
    }

    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(Path::of)
                .filter(path -> path.endsWith("postgres"))
                .isPresent();
        boolean sameData = info.arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .isPresent();
        return postgres && sameData;
    }
}
