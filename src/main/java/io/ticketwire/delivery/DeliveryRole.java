package io.ticketwire.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import io.ticketwire.platform.Drain;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;
import io.ticketwire.retry.TierPumps;

/**
 * Starts and stops what a process does when it plays the delivery. On stop, in this order: no more records are read, the
 * pumps stop, attempts under way end and their outcome is written.
 */
@ApplicationScoped
public class DeliveryRole {

    private final Roles roles;
    private final DeliveryConsumer consumer;
    private final Dispatcher dispatcher;
    private final TierPumps pumps;
    private final AttemptPartitions partitions;
    private final Drain drain;

    DeliveryRole(
            Roles roles,
            DeliveryConsumer consumer,
            Dispatcher dispatcher,
            TierPumps pumps,
            AttemptPartitions partitions,
            Drain drain) {
        this.roles = roles;
        this.consumer = consumer;
        this.dispatcher = dispatcher;
        this.pumps = pumps;
        this.partitions = partitions;
        this.drain = drain;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has(Role.DELIVERY)) {
            consumer.start();
            pumps.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (roles.has(Role.DELIVERY)) {
            drain.pause("deliveries");
            pumps.stop();
            drain.await("deliveries under way", () -> dispatcher.inFlight() == 0);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> dropExpiredAttempts() {
        return roles.has(Role.DELIVERY)
                ? partitions.dropExpired()
                : Uni.createFrom().voidItem();
    }
}
