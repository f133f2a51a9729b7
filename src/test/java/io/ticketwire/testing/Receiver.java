package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.ticketwire.event.Json;

/** Somebody who subscribed: a real HTTP server of the JDK that remembers what it received. */
public final class Receiver implements AutoCloseable {

    /** One request. {@code count} says the how-many-th of its delivery it is. */
    public record Received(Instant at, Headers headers, byte[] body, int count) {
        public String header(String name) {
            return headers.getFirst(name);
        }

        public String delivery() {
            return header("X-Webhook-Delivery");
        }

        public JsonNode json() {
            return Json.read(body, JsonNode.class);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<Received, Integer> answered = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile ToIntFunction<Received> answer = request -> 200;
    private volatile String retryAfter;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What to answer from now on. */
    public Receiver answering(ToIntFunction<Received> status) {
        answer = status;
        return this;
    }

    /** The {@code Retry-After} of the answers from now on; null: none. */
    public Receiver retryAfter(String value) {
        retryAfter = value;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Received> received() {
        return received;
    }

    /** What was answered with 2xx, in the order in which it came. */
    public List<Received> taken() {
        return received.stream()
                .filter(request -> answered.getOrDefault(request, 0) / 100 == 2)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int count = counts.merge(exchange.getRequestHeaders().getFirst("X-Webhook-Delivery"), 1, Integer::sum);
            Received request = new Received(Instant.now(), exchange.getRequestHeaders(), body, count);
            received.add(request);
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            int status = answer.applyAsInt(request);
            answered.put(request, status);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
