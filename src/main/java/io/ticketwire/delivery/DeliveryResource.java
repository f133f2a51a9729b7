package io.ticketwire.delivery;

import java.time.Duration;
import java.util.List;
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

    /** The first attempt is never earlier than the delivery: partitions of earlier days are not looked into. */
    static final String ATTEMPTS =
            """
            select * from delivery_attempts where delivery_id = $1 and started_at >= $2 order by number, started_at
            """;

    /** Between the clocks of the database and of the process that made the attempt. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final Pool database;
    private final Redelivery redelivery;
    private final Idempotency idempotency;

    DeliveryResource(Pool database, Redelivery redelivery, Idempotency idempotency) {
        this.database = database;
        this.redelivery = redelivery;
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
        return new DeliveryFilter(endpointId, status, eventType, eventId, ticketId, since, until)
                .where()
                .list(database, "deliveries", page, DeliveryView.Summary::of, DeliveryView.Summary::seq);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows a delivery with its attempts and the body that is sent")
    public Uni<JsonNode> detail(@RestPath UUID id) {
        return database.preparedQuery(DeliveryRow.SELECT + "d.id = $1")
                .execute(Tuple.of(id))
                .map(DeliveryResource::first)
                .chain(row -> attempts(row).map(tries -> detail(row, tries)));
    }

    private Uni<List<DeliveryView.Try>> attempts(Row delivery) {
        return database.preparedQuery(ATTEMPTS)
                .execute(Tuple.of(
                        delivery.getUUID("id"),
                        delivery.getOffsetDateTime("created_at").minus(SKEW)))
                .map(rows -> Where.all(rows, DeliveryView.Try::of));
    }

    private static JsonNode detail(Row delivery, List<DeliveryView.Try> tries) {
        String body = new String(DeliveryRow.of(delivery).body(), UTF_8);
        return DeliveryView.detail(DeliveryView.Summary.of(delivery), tries, body);
    }

    private static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("delivery");
        }
        return rows.iterator().next();
    }

    @POST
    @Path("{id}/resend")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Makes another attempt now; a retry that is still pending gives way to it",
            description = "409 if the endpoint is disabled or deleted. Honours Idempotency-Key.")
    public Uni<Response> resend(@RestPath UUID id) {
        return idempotency.onceSent(null, () -> redelivery.resend(id).replaceWith(() -> Response.accepted()
                .build()));
    }
}
