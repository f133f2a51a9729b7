package io.ticketwire.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;

/** The recorder's statements for attempts and deliveries: one per table and batch. */
final class AttemptTables {

    private static final String INSERT_ATTEMPTS =
            """
            insert into delivery_attempts (delivery_id, number, started_at, duration_ms, outcome, status_code, error,
                    request_headers, response_headers, response_body)
                select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::bigint[], $5::text[], $6::int[],
                    $7::text[], $8::text[], $9::text[], $10::text[])
            on conflict do nothing
            returning delivery_id, number, started_at
            """;

    /** An attempt changes what a delivery is unless a later one has been recorded, or an equal one that was a success. */
    private static final String UPDATE_DELIVERIES =
            """
            update deliveries d set status = a.status, attempts = a.number, next_attempt_at = a.next_attempt_at,
                last_status_code = a.status_code, last_error = a.error, updated_at = now()
            from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::int[], $6::text[])
                as a (id, number, status, next_attempt_at, status_code, error)
            where d.id = a.id and (a.number > d.attempts or a.number = d.attempts and d.status <> 'delivered')
            """;

    private AttemptTables() {}

    /** Inserts attempts; gives those that were not there. */
    static Uni<Set<AttemptKey>> insertAttempts(SqlConnection transaction, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction
                .preparedQuery(INSERT_ATTEMPTS)
                .execute(Columns.of(attempts)
                        .uuid(Attempt::deliveryId)
                        .integer(Attempt::number)
                        .time(Attempt::startedAt)
                        .number(Attempt::durationMs)
                        .text(attempt -> attempt.outcome().word())
                        .integer(Attempt::statusCode)
                        .text(Attempt::error)
                        .text(attempt -> Json.text(attempt.requestHeaders()))
                        .text(attempt -> Json.text(attempt.responseHeaders()))
                        .text(Attempt::responseBody)
                        .tuple())
                .map(rows -> {
                    Set<AttemptKey> fresh = new HashSet<>();
                    rows.forEach(row -> fresh.add(key(row)));
                    return fresh;
                });
    }

    private static AttemptKey key(Row row) {
        return new AttemptKey(
                row.getUUID("delivery_id"),
                row.getInteger("number"),
                row.getOffsetDateTime("started_at").toInstant().toEpochMilli());
    }

    /** @param latest at most one attempt per delivery */
    static Uni<Void> updateDeliveries(SqlConnection transaction, List<Attempt> latest) {
        return transaction
                .preparedQuery(UPDATE_DELIVERIES)
                .execute(Columns.of(latest)
                        .uuid(Attempt::deliveryId)
                        .integer(Attempt::number)
                        .text(attempt -> attempt.outcome().word())
                        .time(Attempt::nextAttemptAt)
                        .integer(Attempt::statusCode)
                        .text(Attempt::error)
                        .tuple())
                .replaceWithVoid();
    }
}
