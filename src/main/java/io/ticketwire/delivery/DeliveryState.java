package io.ticketwire.delivery;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.DeliveryTask;

/** What the records say of a delivery, where its task alone can't know. */
@ApplicationScoped
public class DeliveryState {

    /** Better an attempt too many than one that waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool database;

    DeliveryState(Pool database) {
        this.database = database;
    }

    /**
     * Whether a later attempt has been made than the one that this task waits for: somebody had the delivery sent again
     * meanwhile. First attempts are never asked about, and when the database can't be asked, the attempt is made.
     */
    Uni<Boolean> superseded(DeliveryTask task) {
        if (task.attempt() == 0) {
            return Uni.createFrom().item(false);
        }
        return database.preparedQuery("select 1 from deliveries where id = $1 and attempts > $2")
                .execute(Tuple.of(task.id(), task.attempt()))
                .map(rows -> rows.size() > 0)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }
}
