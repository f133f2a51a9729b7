package io.ticketwire.delivery.recovery;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.platform.Columns;

/**
 * Recoveries in the database, and who is at them. A process holds one by a claim whose lease it renews with every page; when
 * it ends without a word, the lease runs out and another process goes on from the cursor.
 */
@ApplicationScoped
class RecoveryTable {

    /** At a time, in all processes together. */
    static final int MOST = 20;

    private static final String LEASE = "now() + interval '30 seconds'";

    private static final String CREATE =
            """
            insert into recoveries (id, endpoint_id, scope, since, until, status, count)
                select cast(:id as uuid), cast(:endpoint as uuid), cast(:scope as text), cast(:since as timestamptz),
                    cast(:until as timestamptz), 'running', cast(:count as bigint)
                where (select count(*) from recoveries where status = 'running') < cast(:most as bigint)
            on conflict (endpoint_id) where status = 'running' do nothing
            """;
    private static final String RUNNING =
            "select id from recoveries where endpoint_id = :endpoint and status = 'running'";
    private static final String CLAIM =
            """
            update recoveries set claimed_by = $1, claimed_until = %s where id = (
                select id from recoveries
                where status = 'running' and (claimed_until is null or claimed_until < now())
                order by seq limit 1 for update skip locked)
            returning *
            """
                    .formatted(LEASE);
    private static final String ADVANCE =
            """
            update recoveries set cursor = $3, done = done + $4, updated_at = now(), claimed_until = %s
            where id = $1 and claimed_by = $2 and status = 'running' and cursor < $3 returning *
            """
                    .formatted(LEASE);
    private static final String FINISH =
            """
            update recoveries set status = $3, reason = $4, updated_at = now(), finished_at = now(), claimed_until = null
            where id = $1 and claimed_by = $2 and status = 'running' returning *
            """;
    private static final String RELEASE =
            "update recoveries set claimed_until = null where id = $1 and claimed_by = $2 and status = 'running'";
    private static final String CANCEL =
            """
            update recoveries set status = 'cancelled', updated_at = now(), finished_at = now(), claimed_until = null
            where id = $1 and endpoint_id = $2 and status = 'running' returning *
            """;

    private final Pool database;

    RecoveryTable(Pool database) {
        this.database = database;
    }

    /** In the transaction of the session that is open; false if there is one of this endpoint, or too many in all. */
    Uni<Boolean> create(UUID id, UUID endpointId, Window window, long count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CREATE)
                        .setParameter("id", id)
                        .setParameter("endpoint", endpointId)
                        .setParameter("scope", window.only().word())
                        .setParameter("since", Columns.time(window.since()))
                        .setParameter("until", Columns.time(window.until()))
                        .setParameter("count", count)
                        .setParameter("most", (long) MOST)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Optional<Recovery>> find(UUID endpointId, UUID id) {
        return one("select * from recoveries where endpoint_id = $1 and id = $2", Tuple.of(endpointId, id));
    }

    /** The one that runs; in the session that is open, whose connection it shares. */
    Uni<Optional<UUID>> running(UUID endpointId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RUNNING, UUID.class)
                        .setParameter("endpoint", endpointId)
                        .getResultList())
                .map(ids -> ids.stream().findFirst());
    }

    /** One that nobody is at; from now on its new claim counts, and no earlier one, be it of this process. */
    Uni<Optional<Recovery>> claim() {
        return one(CLAIM, Tuple.of(UUID.randomUUID()));
    }

    /** Notes a page that is dealt with; empty if the recovery was cancelled or claimed by another. */
    Uni<Optional<Recovery>> advance(Recovery held, long cursor, int done) {
        return one(ADVANCE, Tuple.of(held.id(), held.claim(), cursor, done));
    }

    /** Notes the end, as far as it is still for the holder of this claim to say. */
    Uni<Optional<Recovery>> finish(Recovery held, String status, String reason) {
        return one(FINISH, Tuple.of(held.id(), held.claim(), status, reason));
    }

    /** Leaves it to any process. */
    Uni<Void> release(Recovery held) {
        return database.preparedQuery(RELEASE)
                .execute(Tuple.of(held.id(), held.claim()))
                .replaceWithVoid();
    }

    /** Empty if none of this id runs. */
    Uni<Optional<Recovery>> cancel(UUID endpointId, UUID id) {
        return one(CANCEL, Tuple.of(id, endpointId));
    }

    private Uni<Optional<Recovery>> one(String sql, Tuple values) {
        return database.preparedQuery(sql).execute(values).map(RecoveryTable::first);
    }

    private static Optional<Recovery> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(Recovery.of(rows.iterator().next()));
    }
}
