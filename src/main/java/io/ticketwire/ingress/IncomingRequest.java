package io.ticketwire.ingress;

import java.time.Instant;
import java.util.List;

import io.vertx.core.MultiMap;

/**
 * A callback as it was received.
 *
 * @param uri path and raw query, untouched
 * @param mediaType in lower case without parameters; null if the sender gave none
 * @param headers names are case-insensitive
 * @param body the bytes that signatures are made of
 */
public record IncomingRequest(
        String method, String uri, String mediaType, MultiMap headers, byte[] body, Instant receivedAt) {

    /** All values of a header. */
    public List<String> headers(String name) {
        return headers.getAll(name);
    }

    /** The value of a header that was sent exactly once, else null. */
    public String header(String name) {
        List<String> values = headers.getAll(name);
        return values.size() == 1 ? values.get(0) : null;
    }
}
