package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether an endpoint that fails is left alone: a value that changes with every outcome.
 *
 * <pre>
 *             failures in a row
 *   closed ----------------------> open, until ... ---- time is over ----> half-open: one probe at a time
 *     ^                             ^                                        |          |
 *     |                             +--- fails: twice as long as before -----+          |
 *     +--------------------------------------- succeeds --------------------------------+
 * </pre>
 *
 * @param failures in a row
 * @param openUntil when a probe may pass; null: closed
 * @param interval between the latest two probes; null: closed
 */
record Circuit(int failures, Instant openUntil, Duration interval) {

    static final Circuit CLOSED = new Circuit(0, null, null);

    boolean closed() {
        return openUntil == null;
    }

    Circuit succeeded() {
        return closed() && failures == 0 ? this : CLOSED;
    }

    /**
     * After one more failure.
     *
     * @param probe whether it was let through because the time was over; what was under way when the circuit opened says
     *     nothing new
     */
    Circuit failed(Instant now, boolean probe, GateSettings.CircuitSettings settings) {
        if (closed()) {
            return failures + 1 < settings.failures()
                    ? new Circuit(failures + 1, null, null)
                    : open(now, settings.firstProbe());
        }
        if (!probe) {
            return this;
        }
        Duration doubled = interval.multipliedBy(2);
        return open(now, doubled.compareTo(settings.longestProbe()) < 0 ? doubled : settings.longestProbe());
    }

    private Circuit open(Instant now, Duration wait) {
        return new Circuit(failures + 1, now.plus(wait), wait);
    }
}
