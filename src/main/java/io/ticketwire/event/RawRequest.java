package io.ticketwire.event;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is kept of a request for debugging, beside its body.
 *
 * @param path with the query as it was received
 * @param headers lower-case names; headers that carry a credential or a signature are left out
 * @param bodyBytes how long the body was, if only its beginning is kept; else null
 */
public record RawRequest(
        String method,
        String path,
        Map<String, List<String>> headers,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long bodyBytes) {}
