package io.ticketwire.faults;

import java.time.Instant;
import java.util.UUID;

/**
 * A receiver's 200.
 *
 * @param attempt the how-many-th attempt it answers, from 1
 */
record Answer(UUID delivery, int attempt, Instant at) {}
