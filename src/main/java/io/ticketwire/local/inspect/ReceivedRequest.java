package io.ticketwire.local.inspect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A request as it arrived.
 *
 * @param number counts all requests of this process
 * @param path with its query
 * @param headers by name, whatever its case
 */
record ReceivedRequest(
        long number,
        Instant receivedAt,
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        Signature signature) {

    private static final int OVERHEAD = 512;

    /** The body as text; bytes that are no UTF-8 are replaced. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** About how many bytes of memory it takes. */
    long size() {
        return OVERHEAD
                + body.length
                + 2L * path.length()
                + headers.entrySet().stream()
                        .mapToLong(header -> 2L
                                * (header.getKey().length() + header.getValue().length()))
                        .sum();
    }
}
