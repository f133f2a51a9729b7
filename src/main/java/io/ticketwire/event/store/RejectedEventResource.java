package io.ticketwire.event.store;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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

/** Genuine input that was of no use. */
@Path("/api/v1/events/rejected")
@ServedBy(Role.API)
@Tag(name = "Events")
public class RejectedEventResource {

    /** All but the bodies, each of which may be as large as the ingress takes them. */
    private static final String WITHOUT_BODIES =
            """
            (select id, seq, connector_id, reason, detail, received_at, request, octet_length(body) as body_bytes
             from rejected_events) as rejected""";

    private static final String WITH_BODY =
            "select *, octet_length(body) as body_bytes from rejected_events where id = $1";

    private final Pool database;

    RejectedEventResource(Pool database) {
        this.database = database;
    }

    /** What the list shows. */
    public record Summary(
            UUID id,
            UUID connectorId,
            String reason,
            String detail,
            Instant receivedAt,
            JsonNode request,
            int bodyBytes,
            @JsonIgnore long seq) {

        static Summary of(Row row) {
            return new Summary(
                    row.getUUID("id"),
                    row.getUUID("connector_id"),
                    row.getString("reason"),
                    row.getString("detail"),
                    row.getOffsetDateTime("received_at").toInstant(),
                    Json.tree(row.getString("request")),
                    row.getInteger("body_bytes"),
                    row.getLong("seq"));
        }
    }

    /** The same with the body. */
    public record Detail(@JsonUnwrapped Summary summary, String body, String bodyEncoding) {

        static Detail of(Row row) {
            BodyText body = BodyText.of(row.getBuffer("body").getBytes());
            return new Detail(Summary.of(row), body.text(), body.encoding());
        }
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Lists genuine input that was of no use, newest first",
            description = "Without the bodies: each is shown by its id.")
    public Uni<Page<Summary>> list(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String reason,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        Where where =
                new Where().isId("connector_id", "connector_id", connectorId).is("reason", "reason", reason);
        return where.list(database, WITHOUT_BODIES, page, Summary::of, Summary::seq);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows input that was of no use, with its body")
    public Uni<Detail> one(@RestPath UUID id) {
        return database.preparedQuery(WITH_BODY).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("rejected event");
            }
            return Detail.of(rows.iterator().next());
        });
    }
}
