package io.ticketwire.faults;

import java.time.Instant;

/**
 * A fault as it came.
 *
 * @param over when the server answered again, or what was slow or refused no longer was
 */
record Injected(FaultKind kind, Instant begin, Instant over) {}
