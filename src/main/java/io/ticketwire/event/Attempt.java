package io.ticketwire.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One try to deliver, with its outcome: the value on the attempts topic. A delivery that was given up without a try (its
 * endpoint is disabled or gone) is told with outcome {@code skipped} and the number of the last try.
 *
 * @param number 1 for the first try
 * @param statusCode null if no response came
 * @param error what went wrong, as a stable word and a sentence: {@code timeout: no complete response within 10 s}
 * @param nextAttemptAt when the next try is due; null if there is none
 * @param responseBody at most the first 4,096 bytes, as UTF-8
 */
public record Attempt(
        UUID deliveryId,
        UUID eventId,
        String eventType,
        UUID endpointId,
        int number,
        Outcome outcome,
        Instant startedAt,
        long durationMs,
        Integer statusCode,
        String error,
        Instant nextAttemptAt,
        Map<String, String> requestHeaders,
        Map<String, String> responseHeaders,
        String responseBody) {

    /** The first word of an error that is a defect of ours and says nothing about the endpoint. */
    public static final String OWN_DEFECT = "internal";

    /** Whether it was given up because of a defect of ours. */
    public boolean ownDefect() {
        return outcome == Outcome.FAILED && error != null && error.startsWith(OWN_DEFECT + ":");
    }

    /** When its fate was known. */
    public Instant endedAt() {
        return startedAt.plusMillis(durationMs);
    }

    /** The record of a delivery that is given up without a try. */
    public static Attempt untried(DeliveryTask task, Outcome outcome, String error) {
        return new Attempt(
                task.id(),
                task.eventId(),
                task.eventType(),
                task.endpointId(),
                task.attempt(),
                outcome,
                Instant.now(),
                0,
                null,
                error,
                null,
                Map.of(),
                Map.of(),
                null);
    }

    /** What the attempt means for its delivery. */
    public enum Outcome {
        /** The receiver took it. */
        @JsonProperty("delivered")
        DELIVERED,
        /** It failed, and another attempt will be made. */
        @JsonProperty("retrying")
        RETRYING,
        /** It failed, and no other attempt will be made: the policy is exhausted. */
        @JsonProperty("dead")
        DEAD,
        /** It can never succeed: the address is refused, or the receiver says that it is gone. */
        @JsonProperty("failed")
        FAILED,
        /** Not tried: the endpoint is disabled or gone. */
        @JsonProperty("skipped")
        SKIPPED;

        /** The word in the database and on the wire. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
