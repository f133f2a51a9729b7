package io.ticketwire.delivery.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.ticketwire.delivery.Redelivery;
import io.ticketwire.event.Ids;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.idempotency.Idempotency;

/** Sends one event to one endpoint, whatever the endpoint has subscribed to. */
@Path("/api/v1/events/{id}/replay")
@ServedBy(Role.API)
@Tag(name = "Events")
public class ReplayResource {

    private final Redelivery redelivery;
    private final Idempotency idempotency;

    ReplayResource(Redelivery redelivery, Idempotency idempotency) {
        this.redelivery = redelivery;
        this.idempotency = idempotency;
    }

    /** @param endpointId required */
    public record Request(UUID endpointId) {}

    /** What it becomes: a new delivery, or the one that there was. */
    public record Replayed(UUID deliveryId) {}

    @POST
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Sends an event to an endpoint now, again or for the first time",
            description = "409 if the endpoint is disabled. Honours Idempotency-Key.")
    public Uni<Response> replay(@RestPath UUID id, @NotNull Request request) {
        if (request.endpointId() == null) {
            throw ProblemException.field("endpoint_id", "is required");
        }
        return idempotency.onceSent(request, () -> redelivery
                .endpoint(request.endpointId())
                .map(known ->
                        known.orElseThrow(() -> ProblemException.field("endpoint_id", "there is no such endpoint")))
                .invoke(Redelivery::requireEnabled)
                .chain(endpoint -> send(id, endpoint.id())));
    }

    private Uni<Response> send(UUID eventId, UUID endpointId) {
        UUID delivery = Ids.delivery(eventId, endpointId);
        return redelivery
                .insert(endpointId, List.of(eventId))
                .chain(() -> redelivery.publish(List.of(delivery), Instant.now()))
                .map(published -> {
                    if (published == 0) {
                        throw ProblemException.notFound("event");
                    }
                    return Response.accepted(new Replayed(delivery)).build();
                });
    }
}
