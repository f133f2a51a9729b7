package io.ticketwire.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

/**
 * What an endpoint is made from. What is absent comes from the preset.
 *
 * @param secret generated if absent; empty: requests are not signed
 * @param timeout ISO-8601, as are the delays of {@code retryPolicy}
 * @param filter an object of dotted paths to arrays of allowed values
 * @param rateLimit not available yet
 * @param ordered not available yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointRequest(
        String name,
        String url,
        List<String> events,
        String secret,
        String signature,
        Map<String, String> headers,
        List<String> retryPolicy,
        String timeout,
        Integer maxInFlight,
        JsonNode rateLimit,
        JsonNode filter,
        Boolean ordered,
        String preset) {

    /** What the row would be made from, less its secret: the base of a change. */
    static EndpointRequest of(EndpointEntity row) {
        return new EndpointRequest(
                row.name,
                row.url,
                row.eventPatterns(),
                null,
                row.signature,
                row.headerMap(),
                row.retries().stream().map(Duration::toString).toList(),
                Duration.ofMillis(row.timeoutMs).toString(),
                row.maxInFlight,
                null,
                row.filter == null ? null : Json.tree(row.filter),
                null,
                row.preset);
    }
}
