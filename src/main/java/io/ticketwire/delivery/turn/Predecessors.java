package io.ticketwire.delivery.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.platform.Columns;

/**
 * Whether an earlier delivery of a lane is not over yet. The database says; it may be a little behind, so what this process
 * has just brought to its end counts as over. Events that somebody else put onto a public topic are not in the database: they
 * are in nobody's way.
 */
@ApplicationScoped
public class Predecessors {

    private static final Logger LOG = Logger.getLogger(Predecessors.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** With more than these open before it, a delivery is not next. */
    private static final int MOST = 100;

    private static final String OPEN =
            """
            select d.id, d.next_attempt_at from events e join deliveries d on d.event_id = e.id
            where e.subject = $1 and d.endpoint_id = $2 and d.seq < $3 and d.status in ('pending', 'retrying')
            order by d.seq limit $4
            """;

    private final Pool database;
    private final RecentAttempts recent;
    private final Duration again;

    Predecessors(Pool database, RecentAttempts recent, GateSettings settings) {
        this.database = database;
        this.recent = recent;
        this.again = settings.diversion();
    }

    /** When the first of them is due, or when to ask again; empty: all are over. Never fails. */
    Uni<Optional<Instant>> openUntil(DeliveryTask task) {
        return database.preparedQuery(OPEN)
                .execute(Tuple.of(task.subject(), task.endpointId(), task.sequence(), MOST))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> firstOpen(rows, Instant.now()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("The order of a lane can't be looked up for now: %s", failure.toString());
                    return Optional.of(Instant.now().plus(again));
                });
    }

    private Optional<Instant> firstOpen(RowSet<Row> rows, Instant now) {
        Instant soonest = now.plus(again);
        for (Row row : rows) {
            Optional<RecentAttempts.Recent> known = recent.of(row.getUUID("id"));
            if (known.isEmpty() || !known.get().over()) {
                Instant due =
                        known.map(RecentAttempts.Recent::next).orElseGet(() -> Columns.instant(row, "next_attempt_at"));
                return Optional.of(due == null || due.isBefore(soonest) ? soonest : due);
            }
        }
        return rows.size() < MOST ? Optional.empty() : Optional.of(soonest);
    }
}
