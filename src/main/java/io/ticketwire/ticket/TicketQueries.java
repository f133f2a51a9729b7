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
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Where;

/** Tickets as the API shows them. */
@ApplicationScoped
public class TicketQueries {

    /** How much of a ticket's history one answer holds; older entries are in the lists of events. */
    private static final int MAX_HISTORY = 200;

    private final Pool database;

    TicketQueries(Pool database) {
        this.database = database;
    }

    private record Numbered(JsonNode ticket, long seq) {}

    Uni<Page<JsonNode>> list(Where where, Page.Request page) {
        return where.list(database, "tickets", page, TicketQueries::numbered, Numbered::seq)
                .map(numbered -> numbered.map(Numbered::ticket));
    }

    private static Numbered numbered(Row row) {
        ObjectNode ticket = Json.mapper().valueToTree(TicketRow.ticket(row));
        ticket.putNull("insight");
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

    /** The ticket with what was said and what happened, newest first. Insights and reply drafts do not exist yet. */
    Uni<JsonNode> detail(UUID id) {
        return one(id).chain(ticket -> rows(
                        "select * from conversations where ticket_id = $1 order by recorded_at desc limit $2", id)
                .chain(said -> rows(
                                "select id, type, time from events where subject = $1::text order by seq desc limit $2",
                                id.toString())
                        .map(happened -> detail(ticket, said, happened))));
    }

    private Uni<List<Row>> rows(String sql, Object id) {
        return database.preparedQuery(sql).execute(Tuple.of(id, MAX_HISTORY)).map(rows -> Where.all(rows, row -> row));
    }

    private static JsonNode detail(Ticket ticket, List<Row> said, List<Row> happened) {
        ObjectNode detail = Json.mapper().createObjectNode();
        detail.set("ticket", Json.mapper().valueToTree(ticket));
        detail.putNull("insight");
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
