package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;

/** What is stored of the time before messages: one query for a batch. */
@ApplicationScoped
public class HistoryTable {

    /**
     * Rows of a ticket and of a customer are bounded each, so that a batch costs the same however much was said before. The last
     * answer is looked for among several: a source may tell them in another order than they were written in. Its condition is
     * that of the index {@code conversations_by_answer}, or all that customers have written since then would be read.
     */
    private static final String BEFORE =
            """
            select asked.event_id as asked, t.id is not null as known, coalesce(t.reopened, 0) as reopened,
                answered.at as answered_at, i.*
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[])
                as asked (event_id, ticket_id, connector_id, customer, at)
            left join tickets t on t.id = asked.ticket_id
            left join lateral (
                select max(coalesce(c.created_at, c.recorded_at)) as at from (
                    select created_at, recorded_at from conversations
                    where ticket_id = asked.ticket_id and author_type = 'agent' and public is not false
                    order by recorded_at desc limit 20
                ) as c
            ) as answered on true
            left join lateral (
                (select event_id, ticket_id, connector_id, customer, at, received_at, words, sentiment, hostility,
                        escalation, grounds, alarm
                    from insights
                    where event_id = asked.event_id)
                union
                (select event_id, ticket_id, connector_id, customer, at, received_at, words, sentiment, hostility,
                        escalation, grounds, alarm
                    from insights
                    where ticket_id = asked.ticket_id
                    order by at desc limit 50)
                union
                (select event_id, ticket_id, connector_id, customer, at, received_at, words, sentiment, hostility,
                        escalation, grounds, alarm
                    from insights
                    where customer = asked.customer and connector_id = asked.connector_id
                        and at <= asked.at and at > asked.at - make_interval(secs => $6)
                    order by at desc limit 100)
            ) as i on true
            """;

    private final Pool database;

    HistoryTable(Pool database) {
        this.database = database;
    }

    /**
     * What is known of the time before each of the messages, by their events; and what was made of the message itself, if it
     * was read already.
     *
     * @param window how far back messages of the same customer in other tickets count
     */
    public Uni<Map<UUID, Before>> before(List<Origin> asked, Duration window) {
        Where.Query query = query(asked, window);
        return database.preparedQuery(query.sql()).execute(query.values()).map(HistoryTable::collect);
    }

    static Where.Query query(List<Origin> asked, Duration window) {
        Tuple values = Columns.of(asked)
                .uuid(Origin::eventId)
                .uuid(Origin::ticketId)
                .uuid(Origin::connectorId)
                .text(Origin::customer)
                .time(Origin::at)
                .tuple()
                .addDouble((double) window.toSeconds());
        return new Where.Query(BEFORE, values);
    }

    private static Map<UUID, Before> collect(RowSet<Row> rows) {
        Map<UUID, Before> before = new HashMap<>();
        for (Row row : rows) {
            Before known = before.computeIfAbsent(
                    row.getUUID("asked"),
                    ignored -> new Before(
                            new ArrayList<>(),
                            row.getBoolean("known"),
                            row.getInteger("reopened"),
                            Columns.instant(row, "answered_at")));
            if (row.getUUID("event_id") != null) {
                known.reads().add(read(row));
            }
        }
        return before;
    }

    private static Read read(Row row) {
        Origin origin = new Origin(
                row.getUUID("event_id"),
                row.getUUID("ticket_id"),
                row.getUUID("connector_id"),
                row.getString("customer"),
                Columns.instant(row, "at"),
                Columns.instant(row, "received_at"));
        return new Read(
                origin,
                row.getLong("words"),
                row.getInteger("sentiment"),
                row.getInteger("hostility"),
                row.getInteger("escalation"),
                AlarmKind.of(row.getString("grounds")).orElse(null),
                AlarmKind.of(row.getString("alarm")).orElse(null));
    }
}
