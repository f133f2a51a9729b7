package io.ticketwire.ingress;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the ingress. */
@ConfigMapping(prefix = "ticketwire.ingress")
public interface IngressSettings {

    /** The largest body; a larger one is answered 413. The inbound topic takes 4 MiB with all that belongs to the record. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How long a body may take to arrive; a slower one is answered 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** Requests between their first byte and their answer; one more is answered 503. */
    @WithDefault("1000")
    int maxInFlight();

    /** Bytes of all bodies between their arrival and the answer; beyond them a request is answered 503. */
    @WithDefault("64M")
    MemorySize maxInFlightBytes();

    /** What {@code Retry-After} says on a 503. */
    @WithDefault("5s")
    Duration retryAfter();
}
