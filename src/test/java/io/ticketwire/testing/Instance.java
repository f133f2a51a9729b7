package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** The package in a process of its own, as users start it: {@code java -jar target/quarkus-app/quarkus-run.jar}. */
public final class Instance implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    private final Path folder;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /** @param folder where it runs; its data is in there, too */
    public Instance(Path folder) {
        this(folder, freePort());
    }

    /** @param port where it listens */
    public Instance(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("TICKETWIRE_ADMIN_TOKEN", AdminToken.VALUE);
        environment.put("TICKETWIRE_DELIVERY_ALLOWED_NETWORKS", "127.0.0.0/8");
        environment.put("TICKETWIRE_DELIVERY_ALLOW_HTTP", "true");
    }

    /** Sets an environment variable. */
    public Instance with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it, not waiting for anything. */
    public Instance launch() {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx768m",
                            "-jar",
                            JAR.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready. */
    public Instance start() {
        launch();
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::ready);
        return this;
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue() + ": " + output());
        }
        try {
            return gateway().anonymous("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Whether its process is there. */
    public boolean running() {
        return process.isAlive();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; gives the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** Waits for its end; gives the exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end: " + output());
        }
        return process.exitValue();
    }

    /** All that it printed. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Gateway gateway() {
        return new Gateway("http://localhost:" + port, AdminToken.VALUE);
    }

    public int port() {
        return port;
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
