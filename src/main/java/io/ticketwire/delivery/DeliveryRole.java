package io.ticketwire.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

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
    private final AttemptPartitions partitions;

    DeliveryRole(Roles roles, DeliveryConsumer consumer, TierPumps pumps, AttemptPartitions partitions) {
        this.roles = roles;
        this.consumer = consumer;
        this.pumps = pumps;
        this.partitions = partitions;
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

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> dropExpiredAttempts() {
        return roles.has(Role.DELIVERY)
                ? partitions.dropExpired()
                : Uni.createFrom().voidItem();
    }
}
