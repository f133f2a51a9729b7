package io.ticketwire.event;

import java.time.Instant;
import java.util.UUID;

/**
 * How an endpoint does now: the value of {@code webhook.disabled}, {@code webhook.failing} and {@code webhook.recovered}.
 *
 * @param reason one of the words below, or one of a later version
 * @param consecutiveFailures attempts that failed in a row, the one behind the event included; of a recovery: those before it
 * @param failingSince when the first of the failures began
 * @param lastSuccessAt when the last attempt that succeeded began; null if none ever did
 * @param deliveryId the delivery whose attempt is behind the event
 * @param lastStatusCode what was answered to it; null if nothing was
 * @param lastError null if it succeeded
 */
public record EndpointNews(
        Endpoint endpoint,
        String reason,
        int consecutiveFailures,
        Instant failingSince,
        Instant lastSuccessAt,
        UUID deliveryId,
        Integer lastStatusCode,
        String lastError) {

    /** Disabled: the receiver answered 410. */
    public static final String GONE = "gone";

    /** Disabled: as many attempts in a row failed as the endpoint allows. */
    public static final String FAILURES = "failures";

    /** Failing: a delivery's retries are used up. */
    public static final String RETRIES_EXHAUSTED = "retries_exhausted";

    /** Failing: a delivery was given up although there were retries left, as its address is refused. */
    public static final String GIVEN_UP = "given_up";

    /** Recovered: an attempt succeeded. */
    public static final String DELIVERED = "delivered";

    /**
     * Which endpoint.
     *
     * @param host host and port of its URL: the rest of it may be a secret
     * @param status {@code active}, {@code failing} or {@code disabled}
     */
    public record Endpoint(UUID id, String name, String host, String status) {}
}
