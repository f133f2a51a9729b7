package io.ticketwire.delivery.gate;

import java.time.Instant;
import java.util.Locale;

/** What a gate says to a delivery that wants to pass. */
public sealed interface Admission permits Pass, Admission.Diverted {

    /** It may not; it is to come again at this time. */
    record Diverted(Instant until, Reason reason) implements Admission {}

    /** Why a delivery is sent away. */
    enum Reason {
        /** The endpoint, or the process, has its fill of requests under way. */
        BUSY,
        /** The endpoint has had as many requests as its rate limit allows. */
        RATE,
        /** The receiver asked for a pause by {@code Retry-After}. */
        PAUSED,
        /** The endpoint has failed too often in a row; now and then one request finds out whether it is back. */
        CIRCUIT;

        /** The word in the metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
