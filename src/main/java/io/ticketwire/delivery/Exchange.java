package io.ticketwire.delivery;

import java.util.Map;

/** What came of a request. */
sealed interface Exchange {

    /**
     * A response whose status and headers came in time, and whose body did, too, or was cut off at the bound.
     *
     * @param headers names in lower case
     * @param body its beginning
     */
    record Responded(int status, Map<String, String> headers, byte[] body) implements Exchange {}

    /**
     * No complete response.
     *
     * @param kind a stable word: {@code timeout}, {@code connection}, {@code tls}, {@code dns}
     */
    record Failed(String kind, String message) implements Exchange {
        @Override
        public String toString() {
            return kind + ": " + message;
        }
    }
}
