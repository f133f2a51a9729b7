package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * A rate limit as a value. The bucket holds what comes in a tenth of a second, and at least one token: in any second there
 * are at most 10 % more requests than the rate says, or one more.
 *
 * @param tokens at the time {@code at}
 */
record TokenBucket(double tokens, Instant at) {

    private static final double BURST_SECONDS = 0.1;

    static TokenBucket full(double rate, Instant now) {
        return new TokenBucket(capacity(rate), now);
    }

    /** What it holds now. The clock may have been set back. */
    TokenBucket filled(double rate, Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
        return new TokenBucket(Math.min(capacity(rate), tokens + seconds * rate), now);
    }

    boolean hasToken() {
        return tokens >= 1;
    }

    TokenBucket less() {
        return new TokenBucket(tokens - 1, at);
    }

    /** A token was not used. */
    TokenBucket more() {
        return new TokenBucket(tokens + 1, at);
    }

    private static double capacity(double rate) {
        return Math.max(1, rate * BURST_SECONDS);
    }
}
