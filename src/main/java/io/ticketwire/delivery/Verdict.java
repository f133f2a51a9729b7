package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.ticketwire.event.Attempt.Outcome;

/**
 * What an exchange means for its delivery: a pure function.
 *
 * <pre>
 *   2xx                              delivered
 *   410                              failed; the endpoint is to be disabled
 *   429, 503 with Retry-After        retry, not before that time; so long a pause for the whole endpoint
 *   refused address                  failed: nothing was sent, and nothing will be
 *   any other status, no response    retry by the policy
 *   ... and the policy is exhausted  dead
 * </pre>
 *
 * @param nextAttemptAt null unless the outcome is a retry
 * @param error null if delivered
 * @param pauseUntil when the receiver wants the next request, whichever; null if it does not say
 */
record Verdict(Outcome outcome, Instant nextAttemptAt, String error, Instant pauseUntil) {

    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /**
     * Judges.
     *
     * @param attempt 1 for the first of the policy
     * @param jitter how much later than the policy says, as a share of the delay
     */
    static Verdict of(Exchange exchange, RetryPolicy policy, int attempt, Instant now, double jitter) {
        if (exchange instanceof Exchange.Responded response) {
            if (response.status() / 100 == 2) {
                return new Verdict(Outcome.DELIVERED, null, null, null);
            }
            if (response.status() == GONE) {
                return new Verdict(Outcome.FAILED, null, "gone: the receiver answered 410", null);
            }
            return retry(
                    policy.delayAfter(attempt), now, jitter, retryAfter(response, now), "status: " + response.status());
        }
        if (exchange instanceof Exchange.Refused) {
            return new Verdict(Outcome.FAILED, null, exchange.toString(), null);
        }
        return retry(policy.delayAfter(attempt), now, jitter, Optional.empty(), exchange.toString());
    }

    private static Verdict retry(
            Optional<Duration> delay, Instant now, double jitter, Optional<Instant> retryAfter, String error) {
        if (delay.isEmpty()) {
            return new Verdict(Outcome.DEAD, null, error, retryAfter.orElse(null));
        }
        Instant byPolicy = now.plusMillis(Math.round(delay.get().toMillis() * (1 + jitter)));
        Instant next = retryAfter.filter(byPolicy::isBefore).orElse(byPolicy);
        return new Verdict(Outcome.RETRYING, next, error, retryAfter.orElse(null));
    }

    private static Optional<Instant> retryAfter(Exchange.Responded response, Instant now) {
        boolean mayAsk = response.status() == TOO_MANY_REQUESTS || response.status() == UNAVAILABLE;
        return mayAsk ? RetryAfter.parse(response.headers().get("retry-after"), now) : Optional.empty();
    }
}
