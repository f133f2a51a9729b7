package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.Event;
import io.ticketwire.event.Json;
import io.ticketwire.event.store.EventRow;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;

/** Keeps what was read. A row that is written again changes nothing. */
@ApplicationScoped
public class InsightTable {

    private static final String INSERT =
            """
            insert into insights (event_id, ticket_id, connector_id, customer, at, received_at, words, sentiment, hostility,
                    escalation, grounds, alarm, reply, subject, text, insight, recorded_at)
                select *, now() from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[],
                    $6::timestamptz[], $7::bigint[], $8::integer[], $9::integer[], $10::integer[], $11::text[],
                    $12::text[], $13::boolean[], $14::text[], $15::text[], $16::text[])
            on conflict (event_id) do nothing
            """;

    /** Of a batch, too, only the latest of a ticket: one statement changes a row once. */
    private static final String INSERT_LATEST =
            """
            insert into ticket_insights (ticket_id, event_id, at, hostility, insight, recorded_at)
                select distinct on (ticket_id) ticket_id, event_id, at, hostility, insight, now()
                from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[]) with ordinality
                    as row (ticket_id, event_id, at, hostility, insight, place)
                order by ticket_id, at desc, place desc
            """;

    private static final String UPSERT_LATEST = INSERT_LATEST
            + """
            on conflict (ticket_id) do update set event_id = excluded.event_id, at = excluded.at,
                hostility = excluded.hostility, insight = excluded.insight, recorded_at = excluded.recorded_at
            where excluded.at >= ticket_insights.at
            """;

    /**
     * An agent's tidying of a subject, or a machine's reply, must not hide what the customer said last; it is only better than
     * nothing.
     */
    private static final String FILL_LATEST = INSERT_LATEST + "on conflict (ticket_id) do nothing";

    private final Pool database;

    InsightTable(Pool database) {
        this.database = database;
    }

    /** Those of the events that the log still has. */
    public Uni<Map<UUID, Event>> events(Collection<UUID> ids) {
        return database.preparedQuery("select * from events where id = any($1)")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Event> events = new HashMap<>();
                    rows.forEach(row -> events.put(row.getUUID("id"), EventRow.event(row)));
                    return events;
                });
    }

    /** Which of the events the log still has, without what they say. */
    public Uni<Set<UUID>> known(Collection<UUID> ids) {
        return database.preparedQuery("select id from events where id = any($1)")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> Set.copyOf(Where.all(rows, row -> row.getUUID("id"))));
    }

    /** Keeps a batch, all or nothing. */
    public Uni<Void> save(List<Kept> batch) {
        return database.withTransaction(
                transaction -> insert(transaction, batch).chain(() -> latest(transaction, batch)));
    }

    private static Uni<Void> insert(SqlConnection transaction, List<Kept> batch) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Columns.of(batch)
                        .uuid(kept -> kept.read().origin().eventId())
                        .uuid(kept -> kept.read().origin().ticketId())
                        .uuid(kept -> kept.read().origin().connectorId())
                        .text(kept -> kept.read().origin().customer())
                        .time(kept -> kept.read().origin().at())
                        .time(kept -> kept.read().origin().receivedAt())
                        .number(kept -> kept.read().words())
                        .integer(kept -> kept.read().sentiment())
                        .integer(kept -> kept.read().hostility())
                        .integer(kept -> kept.read().escalation())
                        .text(kept -> AlarmKind.word(kept.read().grounds()))
                        .text(kept -> AlarmKind.word(kept.read().alarm()))
                        .bool(Kept::reply)
                        .text(Kept::subject)
                        .text(Kept::text)
                        .text(kept -> Json.text(kept.insight()))
                        .tuple())
                .replaceWithVoid();
    }

    /** Messages first: nothing else is written where one of the same batch stands. */
    private static Uni<Void> latest(SqlConnection transaction, List<Kept> batch) {
        Map<Boolean, List<Kept>> byMessage = batch.stream()
                .collect(Collectors.partitioningBy(kept -> kept.read().isMessage()));
        return latest(transaction, UPSERT_LATEST, byMessage.get(true))
                .chain(() -> latest(transaction, FILL_LATEST, byMessage.get(false)));
    }

    private static Uni<Void> latest(SqlConnection transaction, String statement, List<Kept> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(statement)
                .execute(Columns.of(batch)
                        .uuid(kept -> kept.read().origin().ticketId())
                        .uuid(kept -> kept.read().origin().eventId())
                        .time(kept -> kept.read().origin().at())
                        .text(kept -> kept.insight().hostility().level())
                        .text(kept -> Json.text(kept.insight()))
                        .tuple())
                .replaceWithVoid();
    }

    /**
     * What a ticket says.
     *
     * @param subject null if it has none
     * @param keptAt our clock
     */
    public record Text(
            UUID eventId, UUID connectorId, UUID ticketId, String subject, String text, Instant at, Instant keptAt) {}

    /** Texts of tickets, in the order in which they were kept, from after one of them on. */
    public Uni<List<Text>> texts(Instant keptAt, UUID after, int limit) {
        return database.preparedQuery(
                        """
                        select event_id, connector_id, ticket_id, subject, text, at, recorded_at from insights
                        where (recorded_at, event_id) > ($1, $2)
                            and not reply and text is not null and connector_id is not null
                        order by recorded_at, event_id limit $3
                        """)
                .execute(Tuple.of(Columns.time(keptAt), after, limit))
                .map(rows -> Where.all(rows, InsightTable::text));
    }

    private static Text text(Row row) {
        return new Text(
                row.getUUID("event_id"),
                row.getUUID("connector_id"),
                row.getUUID("ticket_id"),
                row.getString("subject"),
                row.getString("text"),
                Columns.instant(row, "at"),
                Columns.instant(row, "recorded_at"));
    }

    /** When the n-th of the latest messages was kept; the beginning of time if there are not so many. */
    public Uni<Instant> keptSince(int latest) {
        return database.preparedQuery("select recorded_at from insights order by recorded_at desc offset $1 limit 1")
                .execute(Tuple.of(latest))
                .map(rows -> rows.size() == 0
                        ? Instant.EPOCH
                        : Columns.instant(rows.iterator().next(), "recorded_at"));
    }

    /** Forgets what is older. */
    public Uni<Void> forget(Duration age) {
        Tuple before = Tuple.of(Columns.time(Instant.now().minus(age)));
        return database.preparedQuery("delete from insights where recorded_at < $1")
                .execute(before)
                .chain(() -> database.preparedQuery("delete from ticket_insights where recorded_at < $1")
                        .execute(before))
                .replaceWithVoid();
    }
}
