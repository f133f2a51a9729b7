package io.ticketwire.security.idempotency;

import java.security.MessageDigest;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The rows of {@code idempotency_keys}: who works on which key, and what was answered. All times are the database's. */
@ApplicationScoped
class Claims {

    private static final String TAKE =
            """
            insert into idempotency_keys as known (principal, key, request_hash, created_at)
            values ($1, $2, $3, clock_timestamp())
            on conflict (principal, key) do update
                set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, sealed_response = null
                where known.created_at < excluded.created_at - interval '24 hours'
                   or known.status is null and known.created_at < excluded.created_at - interval '1 minute'
            returning created_at""";
    private static final String LOOK =
            "select request_hash, status, sealed_response from idempotency_keys where principal = $1 and key = $2";
    private static final String GIVE_BACK =
            "delete from idempotency_keys where principal = $1 and key = $2 and created_at = $3 and status is null";
    private static final String ANSWER =
            """
            update idempotency_keys set status = :status, sealed_response = :sealed
            where principal = :principal and key = :key and created_at = :since and status is null""";
    private static final String PURGE =
            "delete from idempotency_keys where created_at < clock_timestamp() - interval '24 hours'";

    record Key(String principal, String key) {
        /** What its answer is sealed for. */
        String context() {
            return "idempotency:" + principal + ":" + key;
        }
    }

    sealed interface Outcome {}

    /** The caller is to do the work. The time tells this claim from a later one. */
    record Taken(OffsetDateTime since) implements Outcome {}

    /** It was done before. */
    record Answered(int status, byte[] sealed) implements Outcome {}

    /** Somebody else is at it. */
    record UnderWay() implements Outcome {}

    /** The key belongs to another request. */
    record OtherRequest() implements Outcome {}

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    Uni<Outcome> take(Key key, byte[] hash) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(key.principal(), key.key(), Buffer.buffer(hash)))
                .chain(taken -> taken.rowCount() == 1
                        ? Uni.createFrom()
                                .item(new Taken(taken.iterator().next().getOffsetDateTime(0)))
                        : look(key, hash));
    }

    private Uni<Outcome> look(Key key, byte[] hash) {
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(key.principal(), key.key()))
                .map(found -> outcome(found, hash));
    }

    private static Outcome outcome(RowSet<Row> found, byte[] hash) {
        if (found.size() == 0) {
            return new UnderWay(); // It failed a moment ago; the next try will get the key.
        }
        Row row = found.iterator().next();
        byte[] known = ((Buffer) row.getDelegate().getValue("request_hash")).getBytes();
        if (!MessageDigest.isEqual(known, hash)) {
            return new OtherRequest();
        }
        if (row.getInteger("status") == null) {
            return new UnderWay();
        }
        byte[] sealed = ((Buffer) row.getDelegate().getValue("sealed_response")).getBytes();
        return new Answered(row.getInteger("status"), sealed);
    }

    /** Notes the answer in the transaction that is open; false if the claim was taken over. */
    Uni<Boolean> answer(Key key, Taken taken, int status, byte[] sealed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ANSWER)
                        .setParameter("status", status)
                        .setParameter("sealed", sealed)
                        .setParameter("principal", key.principal())
                        .setParameter("key", key.key())
                        .setParameter("since", taken.since())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Frees the key after a failure. If that fails too, the claim can be taken over after a minute. */
    Uni<Void> giveBack(Key key, Taken taken) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(key.principal(), key.key(), taken.since()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> purge() {
        return pool.query(PURGE).execute().replaceWithVoid();
    }
}
