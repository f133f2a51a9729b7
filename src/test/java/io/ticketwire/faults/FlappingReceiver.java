package io.ticketwire.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver that can be made to fail, always at the same port. It remembers what it answered with a 200. */
final class FlappingReceiver implements AutoCloseable {

    private static final int BACKLOG = 1_000;
    private static final int GRACE_SECONDS = 1;

    private final InetSocketAddress address;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private volatile CompletableFuture<Void> hanging = CompletableFuture.completedFuture(null);
    private HttpServer server;

    FlappingReceiver(int port) {
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        listen();
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort() + "/hook";
    }

    Collection<Answer> answers() {
        return answers;
    }

    void answer(int code) {
        status = code;
    }

    /** Requests that come from now on get no answer. */
    void hang() {
        hanging = new CompletableFuture<>();
    }

    /** Hangs up on those that got none, and answers the next ones. */
    void wake() {
        hanging.complete(null);
    }

    /** Closes the port when the requests under way are answered. */
    void refuse() {
        server.stop(GRACE_SECONDS);
    }

    /** Opens the port. */
    void listen() {
        try {
            server = HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            UUID delivery = UUID.fromString(exchange.getRequestHeaders().getFirst("X-Webhook-Delivery"));
            int attempt = Integer.parseInt(exchange.getRequestHeaders().getFirst("X-Webhook-Attempt"));
            CompletableFuture<Void> hung = hanging;
            if (!hung.isDone()) {
                hung.join();
                return;
            }
            int code = status;
            if (code == 200) {
                answers.add(new Answer(delivery, attempt, Instant.now()));
            }
            exchange.sendResponseHeaders(code, -1);
        }
    }

    @Override
    public void close() {
        wake();
        server.stop(0);
        threads.shutdownNow();
    }
}
