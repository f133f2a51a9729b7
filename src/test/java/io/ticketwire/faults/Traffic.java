package io.ticketwire.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ticket platforms that post at a steady rate, whatever the answers are and however long they take. None repeats a request:
 * what was not accepted is nobody's loss here.
 */
final class Traffic implements AutoCloseable {

    private static final long TICK_MS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TICKET =
            "{\"ticket\":{\"id\":\"%s\",\"subject\":\"Login not working\",\"status\":\"open\",\"priority\":\"high\"}}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Phaser underWay = new Phaser(1);
    private final Map<UUID, Instant> accepted = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final URI url;
    private final String run;
    private final int perSecond;
    private long start;
    private long inTime;
    private volatile long sent;

    /** @param run what the tickets' ids start with */
    Traffic(URI url, String run, int perSecond) {
        this.url = url;
        this.run = run;
        this.perSecond = perSecond;
    }

    void start() {
        start = System.nanoTime();
        clock.scheduleAtFixedRate(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long due = (System.nanoTime() - start) / 1_000_000 * perSecond / 1_000;
        send(due - inTime);
        inTime = due;
    }

    /** Sends some now. */
    void send(long count) {
        for (long i = 0; i < count; i++) {
            send();
        }
    }

    private void send() {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(TICKET.formatted(run + "-" + ++sent)))
                .build();
        Instant at = Instant.now();
        underWay.register();
        client.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
            answered(at, response, failure);
            underWay.arriveAndDeregister();
        });
    }

    private void answered(Instant at, HttpResponse<String> response, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            refused.merge(cause.getClass().getSimpleName(), 1, Integer::sum);
        } else if (response.statusCode() == 200) {
            String id = response.headers().firstValue("X-Ticketwire-Event-Id").orElse(null);
            if (id == null) {
                refused.merge("200 without an event", 1, Integer::sum);
            } else {
                accepted.put(UUID.fromString(id), at);
            }
        } else {
            refused.merge(Integer.toString(response.statusCode()), 1, Integer::sum);
        }
    }

    /** Sends nothing more; returns when everything is answered or given up. */
    void stop() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load does not end");
        }
        underWay.arriveAndAwaitAdvance();
    }

    long sent() {
        return sent;
    }

    /** The events that were answered with a 200, and when they were sent. */
    Map<UUID, Instant> accepted() {
        return accepted;
    }

    /** What else came back: the status or the failure, and how often. */
    Map<String, Integer> refused() {
        return refused;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
