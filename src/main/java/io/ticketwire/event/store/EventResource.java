package io.ticketwire.event.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.platform.Where;
import io.ticketwire.security.ApiRole;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What happened, what it was made from, and what could not be used. */
@Path("/api/v1/events")
@ServedBy(Role.API)
@Tag(name = "Events")
public class EventResource {

    private final Pool database;

    EventResource(Pool database) {
        this.database = database;
    }

    /** An event as the API shows it. */
    public record EventView(
            UUID id,
            String type,
            Instant time,
            UUID connectorId,
            String subject,
            boolean verified,
            Instant receivedAt,
            JsonNode data,
            @JsonIgnore long seq) {

        static EventView of(Row row) {
            return new EventView(
                    row.getUUID("id"),
                    row.getString("type"),
                    row.getOffsetDateTime("time").toInstant(),
                    row.getUUID("connector_id"),
                    row.getString("subject"),
                    row.getBoolean("verified"),
                    row.getOffsetDateTime("received_at").toInstant(),
                    Json.tree(row.getString("data")),
                    row.getLong("seq"));
        }
    }

    /** Input that was of no use. */
    public record RejectedView(
            UUID id,
            UUID connectorId,
            String reason,
            String detail,
            Instant receivedAt,
            JsonNode request,
            String body,
            String bodyEncoding,
            @JsonIgnore long seq) {

        static RejectedView of(Row row) {
            BodyText body = BodyText.of(row.getBuffer("body").getBytes());
            return new RejectedView(
                    row.getUUID("id"),
                    row.getUUID("connector_id"),
                    row.getString("reason"),
                    row.getString("detail"),
                    row.getOffsetDateTime("received_at").toInstant(),
                    Json.tree(row.getString("request")),
                    body.text(),
                    body.encoding(),
                    row.getLong("seq"));
        }
    }

    /**
     * Bytes as text.
     *
     * @param encoding {@code utf-8}, or {@code base64} if they are no UTF-8
     */
    record BodyText(String text, String encoding) {
        static BodyText of(byte[] bytes) {
            String text = new String(bytes, UTF_8);
            return Arrays.equals(text.getBytes(UTF_8), bytes)
                    ? new BodyText(text, "utf-8")
                    : new BodyText(Base64.getEncoder().encodeToString(bytes), "base64");
        }
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Lists public events, newest first")
    public Uni<Page<EventView>> list(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String type,
            @RestQuery String subject,
            @RestQuery String since,
            @RestQuery String until,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        Where where = new Where()
                .isId("connector_id", "connector_id", connectorId)
                .is("type", "type", type)
                .is("subject", "subject", subject)
                .since("recorded_at", "since", since)
                .until("recorded_at", "until", until);
        return where.list(database, "events", page, EventView::of, EventView::seq);
    }

    @GET
    @Path("rejected")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Lists genuine input that was of no use, newest first")
    public Uni<Page<RejectedView>> rejected(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String reason,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        Where where =
                new Where().isId("connector_id", "connector_id", connectorId).is("reason", "reason", reason);
        return where.list(database, "rejected_events", page, RejectedView::of, RejectedView::seq);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows an event")
    public Uni<EventView> one(@RestPath UUID id) {
        return database.preparedQuery("select * from events where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> EventView.of(first(rows, "event")));
    }

    @GET
    @Path("{id}/raw")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows the request behind an event, as it was received, less secrets")
    public Uni<JsonNode> raw(@RestPath UUID id) {
        return database.preparedQuery(
                        """
                        select r.* from raw_requests r
                        where r.id = coalesce((select e.raw_id from events e where e.id = $1), $1)
                        """)
                .execute(Tuple.of(id))
                .map(rows -> rawView(first(rows, "request; it may be older than the retention")));
    }

    private static JsonNode rawView(Row row) {
        ObjectNode view = (ObjectNode) Json.tree(row.getString("request"));
        BodyText body = BodyText.of(row.getBuffer("body").getBytes());
        return view.put(
                        "received_at",
                        Json.time(row.getOffsetDateTime("received_at").toInstant()))
                .put("body", body.text())
                .put("body_encoding", body.encoding());
    }

    private static Row first(RowSet<Row> rows, String what) {
        if (rows.size() == 0) {
            throw ProblemException.notFound(what);
        }
        return rows.iterator().next();
    }
}
