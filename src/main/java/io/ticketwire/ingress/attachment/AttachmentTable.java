package io.ticketwire.ingress.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.platform.Columns;

/**
 * The tables {@code attachments} and {@code attachment_pieces}. What writes waits for the database, for so long at most; it is
 * for threads that may.
 */
@ApplicationScoped
public class AttachmentTable {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int DELETED_AT_ONCE = 100;

    private final Pool database;

    AttachmentTable(Pool database) {
        this.database = database;
    }

    /**
     * One that is kept.
     *
     * @param filename null if it has none
     * @param mediaType null if its sender did not say
     */
    record Kept(String filename, String mediaType, long length) {}

    /** Whether it is complete; then it is kept as long as if it were stored now. */
    boolean keep(UUID id) {
        return await(query("update attachments set stored_at = now() where id = $1 and complete", Tuple.of(id)))
                        .rowCount()
                > 0;
    }

    /** Bytes of all that are kept, and of those of which only some pieces are there. */
    long total() {
        return await(query("select coalesce(sum(bytes), 0)::bigint as total from attachments", Tuple.tuple()))
                .iterator()
                .next()
                .getLong("total");
    }

    void begin(UUID id, UUID connectorId, String filename, String mediaType) {
        await(query(
                """
                insert into attachments (id, connector_id, filename, mime, bytes, complete, stored_at)
                    values ($1, $2, $3, $4, 0, false, now())
                on conflict (id) do update set stored_at = now()
                """,
                Tuple.of(id, connectorId, filename, mediaType)));
    }

    /**
     * Writes a piece, which counts from now on.
     *
     * @param length bytes up to its end
     */
    void piece(UUID id, int number, Buffer bytes, long length) {
        await(query(
                """
                with counted as (
                    update attachments set bytes = greatest(bytes, $4) where id = $1)
                insert into attachment_pieces (attachment_id, n, bytes) values ($1, $2, $3)
                on conflict (attachment_id, n) do update set bytes = excluded.bytes
                """,
                Tuple.of(id, number, bytes, length)));
    }

    void complete(UUID id, long length) {
        await(query("update attachments set complete = true, bytes = $2 where id = $1", Tuple.of(id, length)));
    }

    void deleteUnlessComplete(UUID id) {
        await(query("delete from attachments where id = $1 and not complete", Tuple.of(id)));
    }

    Uni<Optional<Kept>> find(UUID id) {
        return query("select filename, mime, bytes from attachments where id = $1 and complete", Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(kept(rows.iterator().next())));
    }

    private static Kept kept(Row row) {
        return new Kept(row.getString("filename"), row.getString("mime"), row.getLong("bytes"));
    }

    /** A piece; empty if there is none of this number. */
    Uni<Optional<Buffer>> piece(UUID id, int number) {
        return query("select bytes from attachment_pieces where attachment_id = $1 and n = $2", Tuple.of(id, number))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer("bytes").getDelegate()));
    }

    /** Deletes what was stored before, some at a time; not what is named again meanwhile. */
    Uni<Void> forget(Instant before) {
        return query(
                        """
                        delete from attachments where id in (
                            select id from attachments where stored_at < $1 order by stored_at limit $2)
                        and stored_at < $1
                        """,
                        Tuple.of(Columns.time(before), DELETED_AT_ONCE))
                .chain(deleted ->
                        deleted.rowCount() < DELETED_AT_ONCE ? Uni.createFrom().voidItem() : forget(before));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return database.preparedQuery(sql).execute(values);
    }

    private static RowSet<Row> await(Uni<RowSet<Row>> query) {
        return query.await().atMost(WAIT);
    }
}
