package io.ticketwire.delivery;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.ticketwire.platform.Away;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/** What has to be done from time to time so that the tables of the delivery stay quick and small. */
@ApplicationScoped
public class DeliveryUpkeep {

    private static final Logger LOG = Logger.getLogger(DeliveryUpkeep.class);

    private final Roles roles;
    private final AttemptPartitions partitions;
    private final PendingMark pending;
    private final Retention retention;

    DeliveryUpkeep(Roles roles, AttemptPartitions partitions, PendingMark pending, Retention retention) {
        this.roles = roles;
        this.partitions = partitions;
        this.pending = pending;
        this.retention = retention;
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> makePartitionsAhead() {
        return upkeep("Partitions of the attempts", partitions::makeAhead);
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> movePendingMark() {
        return upkeep("The mark of pending deliveries", pending::move);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> dropExpiredAttempts() {
        return upkeep("The retention of attempts", partitions::dropExpired);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> deleteExpired() {
        return upkeep("The retention of events", retention::deleteExpired);
    }

    /** Without the database it is for the next time. */
    private Uni<Void> upkeep(String what, Supplier<Uni<Void>> work) {
        if (!roles.has(Role.DELIVERY)) {
            return Uni.createFrom().voidItem();
        }
        return work.get()
                .onFailure(Away::caused)
                .invoke(failure -> LOG.warnf("%s waits for the database: %s", what, failure.toString()))
                .onFailure(Away::caused)
                .recoverWithNull();
    }
}
