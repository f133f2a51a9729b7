package io.ticketwire.faults;

import java.time.Instant;
import java.util.UUID;

/** A receiver's 200. */
record Answer(UUID delivery, Instant at) {}
