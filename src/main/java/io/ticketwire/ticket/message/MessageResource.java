package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.platform.Where;
import io.ticketwire.security.ApiRole;

/** Messages of all connectors, each with the latest that is known of it. */
@Path("/api/v1/messages")
@ServedBy(Role.API)
@Tag(name = "Messages")
public class MessageResource {

    /** How much of a message's timeline one answer holds; older entries are in the lists of events. */
    private static final int MAX_TIMELINE = 200;

    private static final List<String> DIRECTIONS = List.of("inbound", "outbound");

    private static final String TIMELINE =
            """
            select * from (
                select * from message_events where message = $1 order by time desc, received_at desc, event_id desc limit $2
            ) as latest order by time, received_at, event_id
            """;

    private final Pool database;

    MessageResource(Pool database) {
        this.database = database;
    }

    /** Something that was told of a message; {@code GET /api/v1/events/{id}} has all of it. */
    public record Told(UUID id, String type, Instant time, Instant receivedAt, JsonNode error) {

        static Told of(Row row) {
            return new Told(
                    row.getUUID("event_id"),
                    row.getString("type"),
                    Columns.instant(row, "time"),
                    Columns.instant(row, "received_at"),
                    MessageView.error(row));
        }
    }

    /** A message with everything that was told of it, oldest first. */
    public record Detail(MessageView message, List<Told> timeline) {}

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Lists messages with their latest state, newest first",
            description = "since: of which something was told from then on.")
    public Uni<Page<MessageView>> list(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String channel,
            @RestQuery String direction,
            @RestQuery String state,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery("message_id") String messageId,
            @RestQuery("ticket_id") String ticketId,
            @RestQuery String since,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        return new Where()
                .isId("connector_id", "connector_id", connectorId)
                .is("channel", "channel", channel)
                .isOneOf("direction", "direction", direction, DIRECTIONS)
                .isOneOf("state", "state", state, MessageState.WORDS)
                .is("sender", "from", number(from))
                .is("recipient", "to", number(to))
                .is("message_id", "message_id", messageId)
                .isId("ticket_id", "ticket_id", ticketId)
                .since("changed_at", "since", since)
                .list(database, "messages", page, MessageView::of, MessageView::seq);
    }

    /** In a URL the + of a phone number stands for a space, which nobody means who asks for one. */
    private static String number(String given) {
        return given != null && given.startsWith(" ") ? "+" + given.strip() : given;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Shows a message and what was told of it, oldest first",
            description = "The latest 200 entries. They and the message are kept for ticketwire.messages.retention.")
    public Uni<Detail> one(@RestPath UUID id) {
        return database.preparedQuery("select * from messages where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("message");
                    }
                    return MessageView.of(rows.iterator().next());
                })
                .chain(message -> database.preparedQuery(TIMELINE)
                        .execute(Tuple.of(id, MAX_TIMELINE))
                        .map(rows -> new Detail(message, Where.all(rows, Told::of))));
    }
}
