package io.ticketwire.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;
import io.ticketwire.security.SecretBox;
import io.ticketwire.security.SecretHint;

/**
 * An endpoint as it is shown: no secret but in the answer that made it.
 *
 * @param secret only where it was made just now
 * @param previousSecretUntil the end of a rotation's overlap; null outside one
 */
public record EndpointView(
        UUID id,
        String name,
        String url,
        List<String> events,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        boolean hasSecret,
        String secretHint,
        Instant previousSecretUntil,
        SignatureScheme signature,
        Map<String, String> headers,
        List<Duration> retryPolicy,
        Duration timeout,
        int maxInFlight,
        Double rateLimit,
        JsonNode filter,
        boolean ordered,
        int disableAfter,
        Duration disableAfterSpan,
        String preset,
        EndpointStatus status,
        String disabledReason,
        Instant disabledAt,
        int consecutiveFailures,
        Instant lastSuccessAt,
        Instant createdAt,
        Instant updatedAt) {

    static EndpointView of(EndpointEntity row, SecretBox box) {
        return of(row, box, null);
    }

    /** With the secret that was made just now. */
    static EndpointView of(EndpointEntity row, SecretBox box, String newSecret) {
        boolean overlapping = row.previousSecretUntil != null && Instant.now().isBefore(row.previousSecretUntil);
        return new EndpointView(
                row.id,
                row.name,
                row.url,
                row.eventPatterns(),
                newSecret,
                row.sealedSecret != null,
                SecretHint.of(row.secret(box)),
                overlapping ? row.previousSecretUntil : null,
                row.scheme(),
                ConfidentialHeaders.masked(row.headerMap()),
                row.retries(),
                Duration.ofMillis(row.timeoutMs),
                row.maxInFlight,
                row.rateLimit,
                row.filter == null ? null : Json.tree(row.filter),
                row.ordered,
                row.disableAfter,
                Duration.ofMillis(row.disableAfterSpanMs),
                row.preset,
                row.currentStatus(),
                row.disabledReason,
                row.disabledAt,
                row.consecutiveFailures,
                row.lastSuccessAt,
                row.createdAt,
                row.updatedAt);
    }
}
