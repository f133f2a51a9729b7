package io.ticketwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.ticketwire.event.Json;

/** A process of the benchmark itself that takes commands; it ends with this one. */
public final class Child implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name;
    private final int port;
    private final Process process;

    private Child(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** Starts a main class of this class path, its first argument the port of its {@link CommandServer}. */
    public static Child start(Class<?> main, Path log, String... arguments) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                java("java"),
                "-Xmx1g",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName(),
                Integer.toString(port)));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Child child = new Child(main.getSimpleName(), port, process);
            Waiting.until(START, child.name + " to start; see " + log, child::ready);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Has a command done, however long it takes. */
    public <T> T call(String command, Object argument, Class<T> type) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + command))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(argument)))
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(name + ", " + command + ": " + new String(response.body()));
            }
            return Json.read(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        try {
            return call("ready", "", Boolean.class);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program of the JDK that runs this. */
    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
