package io.ticketwire.delivery.turn;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.delivery.turn.RecentAttempts.Recent;
import io.ticketwire.event.DeliveryTask;

/**
 * Whether a record still stands for its delivery. A retry gives way to an attempt that was made since: somebody had the
 * delivery sent again meanwhile. A record that comes a second time gives way to its own attempt.
 */
@ApplicationScoped
public class Overtaking {

    /** Better an attempt too many than one that waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RecentAttempts recent;
    private final Pool database;

    Overtaking(RecentAttempts recent, Pool database) {
        this.recent = recent;
        this.database = database;
    }

    /**
     * What is to be attempted; empty if nothing is. New deliveries are never asked about in the database, and when that
     * can't be asked, the attempt is made.
     */
    public Uni<Optional<DeliveryTask>> current(DeliveryTask task) {
        Optional<Recent> made = recent.of(task.id()).filter(attempt -> attempt.number() > task.attempt());
        if (made.isPresent()) {
            return Uni.createFrom().item(afterAll(task, made.get()));
        }
        if (task.fresh()) {
            return Uni.createFrom().item(Optional.of(task));
        }
        return recorded(task).map(overtaken -> overtaken ? Optional.empty() : Optional.of(task));
    }

    /** Whether the database knows of a later attempt than those that the task knows of. */
    public Uni<Boolean> recorded(DeliveryTask task) {
        return database.preparedQuery("select 1 from deliveries where id = $1 and attempts > $2")
                .execute(Tuple.of(task.id(), task.attempt()))
                .map(rows -> rows.size() > 0)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }

    /** Who had it sent again may not have known of the latest attempt: the attempt is made, under the number that is due. */
    private static Optional<DeliveryTask> afterAll(DeliveryTask task, Recent made) {
        boolean asked =
                task.fresh() && task.requestedAt() != null && made.startedAt().isBefore(task.requestedAt());
        return asked ? Optional.of(task.renumbered(made.number())) : Optional.empty();
    }
}
