package io.ticketwire.bench.load;

import java.util.Map;

/** Whoever calls. Used on one thread. */
interface Platform {

    /**
     * @param body in JSON
     * @param headers besides its type and its signature
     */
    record Callback(String body, Map<String, String> headers) {}

    /** Which header has the signature, {@code sha256=<hex>}. */
    String signatureHeader();

    /**
     * What it has to tell next.
     *
     * @param intendedMicros when that is to be sent, since 1970
     */
    Callback next(long intendedMicros);
}
