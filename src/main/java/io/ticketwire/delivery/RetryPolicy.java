package io.ticketwire.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The delay before each retry.
 *
 * @param delays in order; empty: no retries
 */
record RetryPolicy(List<Duration> delays) {

    /** The delay after this attempt; empty when the policy is exhausted. {@code attempt} is 1 for the first. */
    Optional<Duration> delayAfter(int attempt) {
        return attempt <= delays.size() ? Optional.of(delays.get(attempt - 1)) : Optional.empty();
    }
}
