package io.ticketwire.delivery.recovery;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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

/** How far the recoveries of an endpoint are. They are shown after the endpoint was deleted, too. */
@Path("/api/v1/endpoints/{id}/recoveries")
@ServedBy(Role.API)
@Tag(name = "Recoveries")
public class RecoveryResource {

    private final Pool database;
    private final RecoveryTable table;

    RecoveryResource(Pool database, RecoveryTable table) {
        this.database = database;
        this.table = table;
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Lists recoveries, newest first")
    public Uni<Page<Recovery>> list(@RestPath UUID id, @RestQuery Integer limit, @RestQuery String cursor) {
        return new Where()
                .isId("endpoint_id", "id", id.toString())
                .list(database, "recoveries", Page.Request.of(limit, cursor), Recovery::of, Recovery::seq);
    }

    @GET
    @Path("{recovery}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows how far a recovery is")
    public Uni<Recovery> one(@RestPath UUID id, @RestPath UUID recovery) {
        return table.find(id, recovery).map(RecoveryResource::found);
    }

    @POST
    @Path("{recovery}/cancel")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Ends a recovery",
            description = "What it has handed over already is still delivered. 409 if it does not run.")
    public Uni<Recovery> cancel(@RestPath UUID id, @RestPath UUID recovery) {
        return table.cancel(id, recovery)
                .chain(cancelled -> cancelled.isPresent()
                        ? Uni.createFrom().item(cancelled.get())
                        : table.find(id, recovery).map(RecoveryResource::found).map(RecoveryResource::refuse));
    }

    private static Recovery found(Optional<Recovery> recovery) {
        return recovery.orElseThrow(() -> ProblemException.notFound("recovery"));
    }

    private static Recovery refuse(Recovery recovery) {
        throw new ProblemException(Response.Status.CONFLICT, "The recovery is " + recovery.status());
    }
}
