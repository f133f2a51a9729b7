package io.ticketwire.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the delivery. */
@ConfigMapping(prefix = "ticketwire.delivery")
public interface DeliverySettings {

    /** Deliveries under way at a time in this process. */
    @WithDefault("256")
    int maxInFlight();

    /** How much of a response is read before the connection is closed. */
    @WithDefault("64K")
    MemorySize maxResponse();

    /** How much of a response is kept with the attempt. */
    @WithDefault("4K")
    MemorySize keptResponse();

    /** How much later than its policy says a retry may come, as a share of the delay, so that retries do not come in step. */
    @WithDefault("0.1")
    double jitter();

    /** How long a delivery waits at least that finds its endpoint at {@code max_in_flight}. */
    @WithDefault("1s")
    Duration diversion();

    /** Deliveries a second that each recovery hands over, so that live traffic is left alone; at least 1. */
    @WithDefault("100")
    @Min(1)
    int recoveryRate();

    /** How long attempts are kept. */
    @WithDefault("30d")
    Duration attemptRetention();
}
