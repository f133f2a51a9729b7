package io.ticketwire.delivery.health;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.platform.Columns;

/** The columns of {@code endpoints} that the recorder keeps: one statement per batch each. */
final class HealthTable {

    /** In the order of the ids, so that two recorders can't wait for one another. */
    private static final String LOCK =
            """
            select id, name, url, status, disabled_reason, disabled_at, consecutive_failures, failing_since, last_success_at,
                unwell_since, disable_after, disable_after_span_ms, counts_from
            from endpoints where id = any($1) order by id for update
            """;

    /** Not the status: to name it in an update is to announce the endpoint to every process. */
    private static final String UPDATE_COUNTS =
            """
            update endpoints e set consecutive_failures = h.failures, failing_since = h.failing_since,
                last_success_at = h.last_success_at, unwell_since = h.unwell_since
            from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
                as h (id, failures, failing_since, last_success_at, unwell_since)
            where e.id = h.id
            """;

    private static final String UPDATE_STATUS =
            """
            update endpoints e set status = h.status, disabled_reason = h.reason, disabled_at = h.disabled_at,
                updated_at = now()
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as h (id, status, reason, disabled_at)
            where e.id = h.id
            """;

    private HealthTable() {}

    /** Locks endpoints until the transaction ends; those that were deleted are left out. */
    static Uni<Map<UUID, HealthRow>> lock(SqlConnection transaction, Collection<UUID> ids) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, HealthRow> locked = new TreeMap<>();
                    rows.forEach(row -> locked.put(row.getUUID("id"), read(row)));
                    return locked;
                });
    }

    private static HealthRow read(Row row) {
        return new HealthRow(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("url"),
                new HealthPolicy(
                        row.getInteger("disable_after"),
                        Duration.ofMillis(row.getLong("disable_after_span_ms")),
                        Columns.instant(row, "counts_from")),
                new EndpointHealth(
                        EndpointStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("disabled_reason"),
                        Columns.instant(row, "disabled_at"),
                        row.getInteger("consecutive_failures"),
                        Columns.instant(row, "failing_since"),
                        Columns.instant(row, "last_success_at"),
                        Columns.instant(row, "unwell_since")));
    }

    static Uni<Void> updateCounts(SqlConnection transaction, List<HealthRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPDATE_COUNTS)
                .execute(Columns.of(rows)
                        .uuid(HealthRow::id)
                        .integer(row -> row.health().consecutiveFailures())
                        .time(row -> row.health().failingSince())
                        .time(row -> row.health().lastSuccessAt())
                        .time(row -> row.health().unwellSince())
                        .tuple())
                .replaceWithVoid();
    }

    static Uni<Void> updateStatus(SqlConnection transaction, List<HealthRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPDATE_STATUS)
                .execute(Columns.of(rows)
                        .uuid(HealthRow::id)
                        .text(row -> row.health().status().word())
                        .text(row -> row.health().disabledReason())
                        .time(row -> row.health().disabledAt())
                        .tuple())
                .replaceWithVoid();
    }
}
