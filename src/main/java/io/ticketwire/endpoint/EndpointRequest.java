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
 * @param rateLimit attempts a second, e.g. {@code 10} or {@code 0.5}
 * @param ordered whether the deliveries of one ticket are made one at a time, in order
 * @param disableAfter failures in a row that disable the endpoint; 0: never
 * @param disableAfterSpan ISO-8601; they do so only when they have gone on for so long
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
        Double rateLimit,
        JsonNode filter,
        Boolean ordered,
        Integer disableAfter,
        String disableAfterSpan,
        String preset) {

    /** What is required, and the defaults for the rest. */
    public static EndpointRequest of(String name, String url, List<String> events) {
        return new EndpointRequest(
                name, url, events, null, null, null, null, null, null, null, null, null, null, null, null);
    }

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
                row.rateLimit,
                row.filter == null ? null : Json.tree(row.filter),
                row.ordered,
                row.disableAfter,
                Duration.ofMillis(row.disableAfterSpanMs).toString(),
                row.preset);
    }
}
