package io.ticketwire.delivery.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Attempt.Outcome;

/**
 * Attempts of one endpoint, a second apart, in letters: {@code s} success, {@code f} failure with a retry to come, {@code d}
 * dead, {@code r} refused for good, {@code g} gone (410), {@code k} skipped, {@code i} a defect of ours.
 */
final class Attempts {

    static final UUID ENDPOINT = UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77");
    static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    private final UUID endpoint;
    private final String eventType;
    private final Instant from;
    private final AtomicLong second = new AtomicLong();

    Attempts(UUID endpoint, String eventType) {
        this(endpoint, eventType, NINE);
    }

    Attempts(UUID endpoint, String eventType, Instant from) {
        this.endpoint = endpoint;
        this.eventType = eventType;
        this.from = from;
    }

    static Attempts ofTickets() {
        return new Attempts(ENDPOINT, "ticket.created");
    }

    List<Attempt> of(String letters) {
        return letters.chars().mapToObj(letter -> one((char) letter)).toList();
    }

    private Attempt one(char letter) {
        return switch (letter) {
            case 's' -> attempt(Outcome.DELIVERED, 200, null);
            case 'f' -> attempt(Outcome.RETRYING, 503, "status: 503");
            case 'd' -> attempt(Outcome.DEAD, null, "timeout: no complete response within 5 s");
            case 'r' -> attempt(Outcome.FAILED, null, "refused_address: 10.0.0.1 is private");
            case 'g' -> attempt(Outcome.FAILED, 410, "gone: the receiver answered 410");
            case 'k' -> attempt(Outcome.SKIPPED, null, "endpoint_disabled: the endpoint is disabled");
            case 'i' -> attempt(Outcome.FAILED, null, Attempt.OWN_DEFECT + ": see the log");
            default -> throw new IllegalArgumentException("no letter " + letter);
        };
    }

    private Attempt attempt(Outcome outcome, Integer status, String error) {
        UUID delivery = UUID.randomUUID();
        return new Attempt(
                delivery,
                delivery,
                eventType,
                endpoint,
                1,
                outcome,
                from.plusSeconds(second.incrementAndGet()),
                12,
                status,
                error,
                null,
                Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                Map.of(),
                null);
    }
}
