package io.ticketwire.endpoint;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A subscriber, as fan-out and delivery see it.
 *
 * @param secret null: requests are not signed
 * @param previousSecret signs beside the new one until {@code previousSecretUntil}; null outside a rotation
 * @param headers the endpoint's own request headers
 * @param retryPolicy the delay before each retry
 * @param timeout for connect, headers and whole body together
 * @param rateLimit attempts a second; null: no limit
 * @param ordered whether the deliveries of one subject are made one at a time, in order
 */
public record Endpoint(
        UUID id,
        String name,
        URI url,
        Subscription subscription,
        SignatureScheme signature,
        String secret,
        String previousSecret,
        Instant previousSecretUntil,
        Map<String, String> headers,
        List<Duration> retryPolicy,
        Duration timeout,
        int maxInFlight,
        Double rateLimit,
        boolean ordered,
        EndpointStatus status) {

    /** Whether requests are sent to it. */
    public boolean enabled() {
        return status != EndpointStatus.DISABLED;
    }

    /** The secret before the last rotation, if its overlap has not ended; else null. */
    public String overlappingSecret(Instant now) {
        return previousSecretUntil != null && now.isBefore(previousSecretUntil) ? previousSecret : null;
    }

    /** Without the secrets: an endpoint may end up in a log line. */
    @Override
    public String toString() {
        return "endpoint " + id + " (" + name + ")";
    }
}
