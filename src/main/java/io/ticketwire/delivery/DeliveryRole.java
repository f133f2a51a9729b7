package io.ticketwire.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;
import io.ticketwire.retry.TierPumps;

/**
 * Starts and stops what a process does when it plays the delivery. On stop, attempts under way have ended before the pumps
 * do: see {@link io.ticketwire.platform.Drain}.
 */
@ApplicationScoped
public class DeliveryRole {

    private final Roles roles;
    private final DeliveryConsumer consumer;
    private final TierPumps pumps;

    DeliveryRole(Roles roles, DeliveryConsumer consumer, TierPumps pumps) {
        this.roles = roles;
        this.consumer = consumer;
        this.pumps = pumps;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has(Role.DELIVERY)) {
            consumer.start();
            pumps.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (roles.has(Role.DELIVERY)) {
            pumps.stop();
        }
    }
}
