package io.ticketwire.delivery;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Envelope;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.platform.Where;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.idempotency.Idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What became of every (event, endpoint). */
@Path("/api/v1/deliveries")
@ServedBy(Role.API)
@Tag(name = "Deliveries")
public class DeliveryResource {

    private static final String WITH_EVENT =
            """
            select d.*, e.time as event_time, e.data as event_data, e.traceparent
            from deliveries d join events e on e.id = d.event_id where d.id = $1
            """;

    private final Pool database;
    private final EventPublisher publisher;
    private final Topics topics;
    private final Idempotency idempotency;

    DeliveryResource(Pool database, EventPublisher publisher, Topics topics, Idempotency idempotency) {
        this.database = database;
        this.publisher = publisher;
        this.topics = topics;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Lists deliveries, newest first")
    public Uni<Page<DeliveryView.Summary>> list(
            @RestQuery("endpoint_id") String endpointId,
            @RestQuery String status,
            @RestQuery("event_type") String eventType,
            @RestQuery("event_id") String eventId,
            @RestQuery("ticket_id") String ticketId,
            @RestQuery String since,
            @RestQuery String until,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        Where where = new Where()
                .isId("endpoint_id", "endpoint_id", endpointId)
                .isOneOf("status", "status", status, DeliveryStatus.ALL)
                .is("event_type", "event_type", eventType)
                .isId("event_id", "event_id", eventId)
                .is("subject", "ticket_id", ticketId)
                .since("created_at", "since", since)
                .until("created_at", "until", until);
        return where.list(database, "deliveries", page, DeliveryView.Summary::of, DeliveryView.Summary::seq);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows a delivery with its attempts and the body that is sent")
    public Uni<JsonNode> detail(@RestPath UUID id) {
        return one(id).chain(row -> database.preparedQuery(
                        "select * from delivery_attempts where delivery_id = $1 order by number, started_at")
                .execute(Tuple.of(id))
                .map(rows -> DeliveryView.detail(
                        DeliveryView.Summary.of(row),
                        Where.all(rows, DeliveryView.Try::of),
                        new String(body(row), UTF_8))));
    }

    @POST
    @Path("{id}/resend")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Makes another attempt now; a retry that is still pending gives way to it",
            description = "Honours Idempotency-Key.")
    public Uni<Response> resend(@RestPath UUID id) {
        return one(id).map(row -> task(row, Instant.now()))
                .chain(task -> idempotency.once(null, () -> publisher
                        .publish(task.encode(topics.name(Topic.DELIVERIES)))
                        .replaceWith(() -> Response.accepted().build())));
    }

    private Uni<Row> one(UUID id) {
        return database.preparedQuery(WITH_EVENT).execute(Tuple.of(id)).map(DeliveryResource::first);
    }

    private static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("delivery");
        }
        return rows.iterator().next();
    }

    private static byte[] body(Row row) {
        return Envelope.of(
                row.getUUID("event_id"),
                row.getString("event_type"),
                row.getOffsetDateTime("event_time").toInstant(),
                row.getString("event_data").getBytes(UTF_8));
    }

    private static DeliveryTask task(Row row, Instant now) {
        return new DeliveryTask(
                row.getUUID("id"),
                row.getUUID("endpoint_id"),
                row.getUUID("event_id"),
                row.getString("event_type"),
                row.getString("subject"),
                row.getLong("seq"),
                row.getInteger("attempts"),
                row.getInteger("attempts"),
                now,
                now,
                row.getString("traceparent"),
                body(row));
    }
}
