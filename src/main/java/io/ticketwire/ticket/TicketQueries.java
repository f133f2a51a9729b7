package io.ticketwire.ticket;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Where;

/** Tickets as the API shows them. */
@ApplicationScoped
public class TicketQueries {

    /** How much of a ticket's history one answer holds; older entries are in the lists of events. */
    private static final int MAX_HISTORY = 200;

    /** Each with the latest insight, if there is one. */
    private static final String WITH_INSIGHT =
            """
            (select t.*, i.hostility, i.insight, i.at as insight_at
                from tickets t left join ticket_insights i on i.ticket_id = t.id) as tickets""";

    private final Pool database;

    TicketQueries(Pool database) {
        this.database = database;
    }

    private record Numbered(JsonNode ticket, long seq) {}

    Uni<Page<JsonNode>> list(Where where, Page.Request page) {
        return where.list(database, WITH_INSIGHT, page, TicketQueries::numbered, Numbered::seq)
                .map(numbered -> numbered.map(Numbered::ticket));
    }

    private static Numbered numbered(Row row) {
        ObjectNode ticket = Json.mapper().valueToTree(TicketRow.ticket(row));
        String insight = row.getString("insight");
        ticket.set("insight", insight == null ? null : InsightSummary.of(insight, Columns.instant(row, "insight_at")));
        return new Numbered(ticket, row.getLong("seq"));
    }

    Uni<Ticket> one(UUID id) {
        return database.preparedQuery("select * from tickets where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("ticket");
                    }
                    return TicketRow.ticket(rows.iterator().next());
                });
    }

    /** The ticket with what was said and what happened, newest first, and the latest insight. Reply drafts do not exist yet. */
    Uni<JsonNode> detail(UUID id) {
        return one(id).chain(ticket -> rows(
                        "select * from conversations where ticket_id = $1 order by recorded_at desc limit $2", id)
                .chain(said -> rows(
                                "select id, type, time from events where subject = $1::text order by seq desc limit $2",
                                id.toString())
                        .chain(happened -> insight(id).map(insight -> detail(ticket, insight, said, happened)))));
    }

    /** The latest, in full; null if nothing was read yet. */
    private Uni<JsonNode> insight(UUID id) {
        return database.preparedQuery("select insight from ticket_insights where ticket_id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? null
                        : Json.tree(rows.iterator().next().getString("insight")));
    }

    private Uni<List<Row>> rows(String sql, Object id) {
        return database.preparedQuery(sql).execute(Tuple.of(id, MAX_HISTORY)).map(rows -> Where.all(rows, row -> row));
    }

    private static JsonNode detail(Ticket ticket, JsonNode insight, List<Row> said, List<Row> happened) {
        ObjectNode detail = Json.mapper().createObjectNode();
        detail.set("ticket", Json.mapper().valueToTree(ticket));
        detail.set("insight", insight);
        detail.set(
                "conversation",
                Json.mapper().valueToTree(said.stream().map(Said::of).toList()));
        detail.set(
                "events",
                Json.mapper().valueToTree(happened.stream().map(Happened::of).toList()));
        detail.putArray("replies");
        return detail;
    }
}
