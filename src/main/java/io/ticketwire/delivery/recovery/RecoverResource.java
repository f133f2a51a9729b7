package io.ticketwire.delivery.recovery;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.idempotency.Idempotency;

/** Begins the recovery of many deliveries of an endpoint. */
@Path("/api/v1/endpoints/{id}/recover")
@ServedBy(Role.API)
@Tag(name = "Recoveries")
public class RecoverResource {

    private final Redelivery redelivery;
    private final Recoverer recoverer;
    private final RecoveryTable table;
    private final Idempotency idempotency;

    RecoverResource(Redelivery redelivery, Recoverer recoverer, RecoveryTable table, Idempotency idempotency) {
        this.redelivery = redelivery;
        this.recoverer = recoverer;
        this.table = table;
        this.idempotency = idempotency;
    }

    /**
     * @param since RFC 3339; required
     * @param until RFC 3339; now when absent
     * @param only what failed when absent
     * @param dryRun whether only to count; no when absent
     */
    public record Request(String since, String until, Only only, Boolean dryRun) {}

    /** What a dry run finds. */
    public record Count(long count) {}

    /** A recovery that has begun. */
    public record Begun(UUID recoveryId, long count) {}

    @POST
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Makes many deliveries again, in the background",
            description = "Those of a window of time that failed, that are missing, or all. 409 if the endpoint is"
                    + " disabled, or if a recovery of it runs already. Honours Idempotency-Key.")
    public Uni<Response> recover(@RestPath UUID id, @NotNull Request request) {
        Window window = Window.of(request, Instant.now().truncatedTo(ChronoUnit.MICROS));
        if (Boolean.TRUE.equals(request.dryRun())) {
            return count(id, window).map(count -> Response.ok(new Count(count)).build());
        }
        // Counted before the transaction: one that counts holds a connection and waits for others.
        return idempotency.once(request, () -> count(id, window), count -> begin(id, window, count));
    }

    private Uni<Long> count(UUID endpointId, Window window) {
        return redelivery
                .endpoint(endpointId)
                .map(known -> known.orElseThrow(() -> ProblemException.notFound("endpoint")))
                .invoke(Redelivery::requireEnabled)
                .chain(endpoint -> recoverer.count(window, endpoint));
    }

    private Uni<Response> begin(UUID endpointId, Window window, long count) {
        UUID id = UUID.randomUUID();
        return table.create(id, endpointId, window, count)
                .chain(created -> created ? Uni.createFrom().item(begun(endpointId, id, count)) : refuse(endpointId));
    }

    private static Response begun(UUID endpointId, UUID id, long count) {
        return Response.accepted(new Begun(id, count))
                .location(URI.create("/api/v1/endpoints/" + endpointId + "/recoveries/" + id))
                .build();
    }

    private Uni<Response> refuse(UUID endpointId) {
        return table.running(endpointId).map(running -> {
            throw new ProblemException(
                    Response.Status.CONFLICT,
                    running.map(recovery -> "A recovery of this endpoint is running: " + recovery)
                            .orElse("As many recoveries are running as there may be, " + RecoveryTable.MOST));
        });
    }
}
