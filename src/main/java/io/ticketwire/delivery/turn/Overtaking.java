package io.ticketwire.delivery.turn;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.delivery.turn.RecentAttempts.Recent;
import io.ticketwire.event.DeliveryTask;

/**
 * Whether a record still stands for its delivery:
 *
 * <pre>
 *   somebody had it sent again ---- an attempt was begun since: overtaken
 *   any other -------------------- a later attempt was made, or this one, and the delivery is over: overtaken
 * </pre>
 *
 * <p>What this process has attempted lately it remembers; the rest is in the database, which is asked where there may be
 * something: about retries, and about records that may be read a second time.
 */
@ApplicationScoped
public class Overtaking {

    /** Better an attempt too many than one that waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String MADE =
            """
            select 1 from deliveries where id = $1
                and (attempts > $2 or attempts = $2 and attempts > 0 and status in ('delivered', 'dead', 'failed'))
            """;
    private static final String MADE_SINCE =
            "select 1 from delivery_attempts where delivery_id = $1 and started_at >= $2 limit 1";

    private final RecentAttempts recent;
    private final Pool database;

    Overtaking(RecentAttempts recent, Pool database) {
        this.recent = recent;
        this.database = database;
    }

    /** What is to be attempted; empty if nothing is. When the database can't be asked, the attempt is made. */
    public Uni<Optional<DeliveryTask>> current(DeliveryTask task) {
        Optional<Recent> made = recent.of(task.id());
        if (made.isPresent() && overtaken(task, made.get())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (task.fresh() && !task.perhapsMade()) {
            return Uni.createFrom().item(Optional.of(renumbered(task, made)));
        }
        return recorded(task).map(overtaken -> overtaken ? Optional.empty() : Optional.of(renumbered(task, made)));
    }

    /** A pure function of what is remembered. */
    static boolean overtaken(DeliveryTask task, Recent made) {
        return asked(task)
                ? !made.startedAt().isBefore(task.requestedAt())
                : made.number() > task.attempt() || made.number() == task.attempt() && made.over();
    }

    /** Who had it sent again may not have known of the latest attempt: this one gets the number that is due. */
    private static DeliveryTask renumbered(DeliveryTask task, Optional<Recent> made) {
        return made.filter(attempt -> attempt.number() > task.attempt())
                .map(attempt -> task.renumbered(attempt.number()))
                .orElse(task);
    }

    private static boolean asked(DeliveryTask task) {
        return task.requestedAt() != null && task.fresh();
    }

    private Uni<Boolean> recorded(DeliveryTask task) {
        Uni<RowSet<Row>> found = asked(task)
                ? database.preparedQuery(MADE_SINCE)
                        .execute(Tuple.of(task.id(), OffsetDateTime.ofInstant(task.requestedAt(), ZoneOffset.UTC)))
                : database.preparedQuery(MADE).execute(Tuple.of(task.id(), task.attempt()));
        return found.map(rows -> rows.size() > 0)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }
}
