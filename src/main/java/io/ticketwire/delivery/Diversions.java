package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.endpoint.Endpoint;

/**
 * When a delivery that found its endpoint full is to come again. If all that wait came together, nearly all of them would
 * find it full again, over and over; so each gets a place behind the one before, as far apart as the endpoint's permits
 * and the duration of its attempts say:
 *
 * <pre>
 *   now ......... now + diversion |step|step|step|step|
 *                                 1st  2nd  3rd  4th     step = duration of an attempt / max_in_flight
 * </pre>
 *
 * <p>A place is an estimate and no reservation: who comes when it is full all the same gets another one. An endpoint that
 * nobody waits for costs nothing.
 */
@ApplicationScoped
public class Diversions {

    /** Until an attempt has shown how long one takes. */
    private static final double FIRST_GUESS_MS = 50;

    /** What the latest attempt counts for. */
    private static final double WEIGHT = 0.1;

    /** An endpoint that is so slow is tried for more often than it needs to be. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Queue(double attemptMs, Instant last) {}

    private final Map<UUID, Queue> queues = new ConcurrentHashMap<>();
    private final Duration shortest;

    Diversions(DeliverySettings settings) {
        this.shortest = settings.diversion();
    }

    /** The next place. */
    Instant place(Endpoint endpoint, Instant now) {
        return queues.compute(endpoint.id(), (id, queue) -> {
                    double attemptMs = queue == null ? FIRST_GUESS_MS : queue.attemptMs();
                    Instant earliest = now.plus(shortest);
                    Instant last = queue == null || queue.last().isBefore(earliest) ? earliest : queue.last();
                    Instant next = last.plusNanos(Math.round(attemptMs * 1_000_000 / endpoint.maxInFlight()));
                    Instant latest = now.plus(LONGEST);
                    return new Queue(attemptMs, next.isAfter(latest) ? latest : next);
                })
                .last();
    }

    /** Learns from an attempt, as long as somebody waits for the endpoint. */
    void attempted(UUID endpointId, long durationMs, Instant now) {
        queues.computeIfPresent(
                endpointId,
                (id, queue) -> queue.last().isBefore(now)
                        ? null
                        : new Queue(queue.attemptMs() * (1 - WEIGHT) + durationMs * WEIGHT, queue.last()));
    }
}
