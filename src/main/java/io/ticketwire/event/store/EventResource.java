package io.ticketwire.event.store;

import java.time.Instant;
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

/** What happened, and what it was made from. */
@Path("/api/v1/events")
@ServedBy(Role.API)
@Tag(name = "Events")
public class EventResource {

    /** A page of events that are large ends early. */
    private static final long MAX_PAGE_BYTES = 8 * 1024 * 1024;

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

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Lists public events, newest first",
            description = "A page of large events may have fewer than limit.")
    public Uni<Page<EventView>> list(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String type,
            @RestQuery String subject,
            @RestQuery String since,
            @RestQuery String until,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        return filter(connectorId, type, subject, since, until)
                .listWithin(MAX_PAGE_BYTES, "data", database, "events", page, EventView::of, EventView::seq);
    }

    static Where filter(String connectorId, String type, String subject, String since, String until) {
        return new Where()
                .isId("connector_id", "connector_id", connectorId)
                .is("type", "type", type)
                .is("subject", "subject", subject)
                .within("events", "recorded_at", since, until);
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
