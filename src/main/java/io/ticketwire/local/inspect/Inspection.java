package io.ticketwire.local.inspect;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.ticketwire.event.Json;

/**
 * A received request as its reader sees it.
 *
 * @param body as text
 * @param json the body, if it is JSON; else null
 * @param signatureValid null: unsigned, or signed by an endpoint that is not known here
 */
public record Inspection(
        Instant receivedAt,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        JsonNode json,
        Boolean signatureValid) {

    private static final ObjectReader STRICT =
            Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Inspection of(ReceivedRequest request) {
        return new Inspection(
                request.receivedAt(),
                request.method(),
                request.path(),
                request.headers(),
                request.text(),
                json(request.body()),
                request.signature().valid());
    }

    /** Null if the bytes are no JSON. */
    static JsonNode json(byte[] body) {
        try {
            JsonNode json = STRICT.readValue(body);
            return json == null || json.isMissingNode() ? null : json;
        } catch (IOException noJson) {
            return null;
        }
    }
}
