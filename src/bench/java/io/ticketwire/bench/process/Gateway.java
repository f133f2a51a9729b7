package io.ticketwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The package, standalone, as its users start it: one JVM with the embedded broker in it, and Postgres beside it. Its data
 * outlives {@link #restart()}. What the first run makes for a demo is deleted: it would take part.
 */
public final class Gateway implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final int port = Child.freePort();
    private final GatewayApi api = new GatewayApi("http://localhost:" + port);
    private final int kafkaPort = Child.freePort();
    private final int postgresPort = Child.freePort();
    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    private Gateway(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param build where the package was built
     * @param folder of its data, beside those of the gateways before it
     * @param environment more settings
     */
    public static Gateway start(Path build, Path folder, List<String> jvm, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(Child.java("java")));
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar",
                build.resolve("quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        Gateway gateway = new Gateway(folder.toAbsolutePath(), command);
        gateway.environment.putAll(Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(gateway.port),
                "TICKETWIRE_ADMIN_TOKEN", GatewayApi.TOKEN,
                "TICKETWIRE_LOCAL_DATA_DIR", gateway.folder.resolve("data").toString(),
                "TICKETWIRE_LOCAL_BINARIES_DIR",
                        gateway.folder.resolveSibling("postgres-binaries").toString(),
                "TICKETWIRE_LOCAL_KAFKA_PORT", Integer.toString(gateway.kafkaPort),
                "TICKETWIRE_LOCAL_POSTGRES_PORT", Integer.toString(gateway.postgresPort)));
        gateway.environment.putAll(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> gateway.process.destroy()));
        gateway.launch();
        gateway.api.deleteAll("endpoints");
        gateway.api.deleteAll("connectors");
        return gateway;
    }

    /** Stops it as an operator does, and starts it again; gives how long the start took until it was ready. */
    public Duration restart() {
        stop();
        return launch();
    }

    private Duration launch() {
        long start = System.nanoTime();
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waiting.until(START, "the gateway to be ready; see " + log(), this::ready);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean ready() {
        requireAlive();
        return api.ready();
    }

    /** @throws IllegalStateException if the process has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the gateway ended with " + process.exitValue() + "; see " + log());
        }
    }

    /** Bytes on the heap after a full collection, those of the embedded broker among them. */
    public long heapAfterCollection() {
        try {
            new ProcessBuilder(Child.java("jcmd"), Long.toString(process.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return (long) api.metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    public Database database() {
        return new Database(postgresPort, folder.resolve("data").resolve("postgres.password"));
    }

    public Lag lag() {
        return new Lag(bootstrap());
    }

    public String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    public GatewayApi api() {
        return api;
    }

    /** What the JVM has used, embedded broker included. */
    public Usage usage() {
        return Usage.of(process.pid());
    }

    /** What Postgres has used, with all its processes. */
    public Usage postgresUsage() {
        return Usage.ofTree(postmaster());
    }

    private long postmaster() {
        try {
            Path file = folder.resolve("data").resolve("postgres").resolve("postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
