package io.ticketwire.event.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.EventSettings;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.event.UnpublishableException;
import io.ticketwire.platform.Drain;

/**
 * Carries events from the outbox to the broker, in the order in which they were appended. A row is deleted after the
 * broker's acknowledgement: a crash in between publishes it again, under the same id.
 *
 * <p>Relays of several processes take turns by a lock in the database, so that the events of one ticket keep their order.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** After a failure. */
    private static final long PAUSE_MS = 500;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('ticketwire.outbox'))";
    private static final String HEAD =
            """
            select * from (
                select h.*, sum(octet_length(h.data)) over (order by h.outbox_id) - octet_length(h.data) as bytes_before
                from (select o.id as outbox_id, o.topic, o.key, e.* from outbox o join events e on e.id = o.event_id
                    order by o.id limit $1) h) head
            where bytes_before < $2 order by outbox_id
            """;

    private final Pool database;
    private final EventPublisher publisher;
    private final Topics topics;
    private final Vertx vertx;
    private final EventSettings.Outbox settings;
    private final Drain drain;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private Context context;
    private volatile boolean stopped = true;

    OutboxRelay(
            Pool database, EventPublisher publisher, Topics topics, Vertx vertx, EventSettings settings, Drain drain) {
        this.database = database;
        this.publisher = publisher;
        this.topics = topics;
        this.vertx = vertx;
        this.settings = settings.outbox();
        this.drain = drain;
    }

    /** Starts carrying. */
    public void start() {
        context = vertx.getOrCreateContext();
        stopped = false;
        vertx.setPeriodic(settings.poll().toMillis(), ignored -> wake());
    }

    /** Stops carrying after what is under way. */
    public void stop() {
        stopped = true;
    }

    /** To be called after a commit that appended events. */
    public void wake() {
        woken.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            context.runOnContext(ignored -> carryOn());
        }
    }

    private void carryOn() {
        woken.set(false);
        drain.track(database.withTransaction(this::carry)).subscribe().with(this::carried, failure -> {
            LOG.warnf("The outbox waits for the database or the broker: %s", failure.toString());
            vertx.setTimer(PAUSE_MS, ignored -> rest());
        });
    }

    private void carried(int count) {
        if (!stopped && (count > 0 || woken.get())) {
            carryOn();
        } else {
            rest();
        }
    }

    private void rest() {
        running.set(false);
        if (woken.get()) {
            wake(); // between the last look and now
        }
    }

    private Uni<Integer> carry(SqlConnection transaction) {
        return transaction
                .query(LOCK)
                .execute()
                .chain(() -> transaction
                        .preparedQuery(HEAD)
                        .execute(
                                Tuple.of(settings.batch(), settings.batchBytes().asLongValue())))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : publish(transaction, rows));
    }

    private Uni<Integer> publish(SqlConnection transaction, RowSet<Row> rows) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>(rows.size());
        List<Long> ids = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ids.add(row.getLong("outbox_id"));
            String topic = topics.name(Topic.ofSuffix(row.getString("topic")));
            messages.add(EventCodec.encode(topic, row.getString("key"), EventRow.event(row)));
        }
        return publisher
                .publishAll(messages)
                .onFailure(UnpublishableException.class)
                .recoverWithItem(failure -> {
                    LOG.errorf("An event stays in the log and is not published: %s", failure.getMessage());
                    return null;
                })
                .chain(() -> transaction
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.of(ids.toArray(Long[]::new))))
                .replaceWith(rows.size());
    }
}
