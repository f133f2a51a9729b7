package io.ticketwire.delivery;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the delivery. */
@ConfigMapping(prefix = "ticketwire.delivery")
public interface DeliverySettings {

    /** How much of a response is read before the connection is closed. */
    @WithDefault("64K")
    MemorySize maxResponse();

    /** How much of a response is kept with the attempt. */
    @WithDefault("4K")
    MemorySize keptResponse();

    /** How much later than its policy says a retry may come, as a share of the delay, so that retries do not come in step. */
    @WithDefault("0.1")
    double jitter();

    /** How long attempts are kept. */
    @WithDefault("30d")
    Duration attemptRetention();
}
