package io.ticketwire.delivery.gate;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What keeps one endpoint from being in the way of another. */
@ConfigMapping(prefix = "ticketwire.delivery")
public interface GateSettings {

    /** Deliveries under way at a time in this process. */
    @WithDefault("256")
    int maxInFlight();

    /** Bytes of the bodies of all deliveries under way; what comes on top waits in a tier. */
    @WithDefault("64M")
    MemorySize maxInFlightBytes();

    /**
     * How long a delivery waits at least that its endpoint's gate sends away; and at most, without being sent away, for a permit
     * of an endpoint that is fast.
     */
    @WithDefault("1s")
    Duration diversion();

    /**
     * After this long without any answer an endpoint counts as slow: nobody waits for a permit of its any more. All that do not
     * answer share half of the deliveries under way.
     */
    @WithDefault("250ms")
    Duration slowAfter();

    /** How long what is known of an endpoint that gets no deliveries is kept in memory. */
    @WithDefault("10m")
    Duration gateIdle();

    CircuitSettings circuit();

    /** When an endpoint that fails is left alone. */
    interface CircuitSettings {

        /** Failures in a row that open the circuit. */
        @WithDefault("5")
        int failures();

        /** How long after that the first probe is let through; each one that fails doubles the time to the next. */
        @WithDefault("1s")
        Duration firstProbe();

        /** The longest time between two probes. */
        @WithDefault("1m")
        Duration longestProbe();
    }
}
