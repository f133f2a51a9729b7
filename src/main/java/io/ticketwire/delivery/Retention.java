package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventSettings;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Drain;

/**
 * Deletes what is older than the retention: deliveries, then events that have none any more, then recoveries that are over.
 * In small batches, each a transaction of its own, and by one process at a time.
 *
 * <p>A delivery that waits for an attempt is kept until it is thirty days old, and its event with it: no retry policy takes
 * longer.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final int BATCH = 1_000;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('ticketwire.retention'))";

    private static final String DELIVERIES = batch(
            "deliveries",
            "created_at",
            "t.status in ('pending', 'retrying') and t.created_at >= now() - interval '30 days'");
    private static final String EVENTS = batch(
            "events",
            "recorded_at",
            """
            exists (select from deliveries d where d.event_id = t.id) or exists (select from outbox o where o.event_id = t.id)
            """);
    private static final String RECOVERIES = "delete from recoveries where status <> 'running' and created_at < $1";

    /** Looks at the rows that follow ($2, $3) and deletes of them what may go: the rest is not looked at again in this run. */
    private static String batch(String table, String age, String kept) {
        return """
                with old as (
                    select id, %2$s as age, seq, %3$s as kept from %1$s t
                    where %2$s < $1 and (%2$s, seq) > ($2, $3) order by %2$s, seq limit %4$d
                ), gone as (delete from %1$s where id in (select id from old where not kept) returning 1)
                select age, seq, (select count(*) from old) as examined, (select count(*) from gone) as deleted
                from old order by age desc, seq desc limit 1
                """
                .formatted(table, age, kept, BATCH);
    }

    /** What a batch has come to; the next one goes on behind it. */
    private record Batch(OffsetDateTime age, long seq, long examined, long deleted) {

        private static final Batch FIRST = new Batch(Columns.time(Instant.EPOCH), 0, BATCH, 0);
        private static final Batch NOTHING = new Batch(null, 0, 0, 0);

        static Batch of(RowSet<Row> rows) {
            if (rows.size() == 0) {
                return NOTHING;
            }
            Row row = rows.iterator().next();
            return new Batch(
                    row.getOffsetDateTime("age"), row.getLong("seq"), row.getLong("examined"), row.getLong("deleted"));
        }

        boolean last() {
            return examined < BATCH;
        }
    }

    private final Pool database;
    private final Drain drain;
    private final Duration retention;

    Retention(Pool database, Drain drain, EventSettings settings) {
        this.database = database;
        this.drain = drain;
        this.retention = settings.events().retention();
    }

    /** Deletes all that is due. */
    Uni<Void> deleteExpired() {
        OffsetDateTime expired = Columns.time(Instant.now().minus(retention));
        return delete("deliveries", DELIVERIES, expired)
                .chain(() -> delete("events", EVENTS, expired))
                .chain(() -> database.preparedQuery(RECOVERIES).execute(Tuple.of(expired)))
                .replaceWithVoid();
    }

    private Uni<Void> delete(String what, String sql, OffsetDateTime expired) {
        AtomicLong deleted = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(Batch.FIRST), last -> drain.track(batch(sql, expired, last.get()))
                        .invoke(last::set))
                .whilst(batch -> !batch.last() && !drain.stopping())
                .invoke(batch -> deleted.addAndGet(batch.deleted()))
                .onItem()
                .ignoreAsUni()
                .invoke(() -> {
                    if (deleted.get() > 0) {
                        LOG.infof("Beyond the retention and deleted: %d %s", deleted.get(), what);
                    }
                });
    }

    private Uni<Batch> batch(String sql, OffsetDateTime expired, Batch last) {
        return database.withTransaction(transaction -> locked(transaction)
                .chain(mine -> mine
                        ? transaction
                                .preparedQuery(sql)
                                .execute(Tuple.of(expired, last.age(), last.seq()))
                                .map(Batch::of)
                        : Uni.createFrom().item(Batch.NOTHING)));
    }

    private static Uni<Boolean> locked(SqlConnection transaction) {
        return transaction.query(LOCK).execute().map(rows -> rows.iterator()
                .next()
                .getBoolean(0));
    }
}
