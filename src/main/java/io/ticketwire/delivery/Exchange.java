package io.ticketwire.delivery;

import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What came of a request. */
sealed interface Exchange {

    /**
     * A response whose status and headers came in time, and whose body did, too, or was cut off at the bound.
     *
     * @param headers names in lower case
     * @param body its beginning
     */
    record Responded(int status, Map<String, String> headers, byte[] body) implements Exchange {}

    /** Nothing was sent: it would have gone where it may not, by the URL or by an address of its name. */
    record Refused(String reason) implements Exchange {
        @Override
        public String toString() {
            return "refused_address: " + reason;
        }
    }

    /**
     * No complete response.
     *
     * @param kind a stable word: {@code timeout}, {@code connection}, {@code tls}, {@code dns}
     */
    record Failed(String kind, String message) implements Exchange {

        /** What a connection says of its end. TLS has its reason at the bottom. */
        static Failed of(Throwable failure) {
            Throwable root = failure;
            boolean tls = failure instanceof SSLException;
            while (root.getCause() != null) {
                root = root.getCause();
                tls |= root instanceof SSLException;
            }
            if (tls) {
                return new Failed("tls", message(root));
            }
            return new Failed(failure instanceof TimeoutException ? "timeout" : "connection", message(failure));
        }

        private static String message(Throwable failure) {
            return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        }

        @Override
        public String toString() {
            return kind + ": " + message;
        }
    }
}
