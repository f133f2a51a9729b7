package io.ticketwire.delivery;

import java.time.Instant;

import io.ticketwire.event.Attempt;

/**
 * An attempt that was made.
 *
 * @param pauseUntil when the receiver wants the next request of any kind; null if it did not say
 */
record Tried(Attempt attempt, Instant pauseUntil) {}
