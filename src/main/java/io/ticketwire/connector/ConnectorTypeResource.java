package io.ticketwire.connector;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.platform.Page;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** What kinds of connectors there are. */
@Path("/api/v1/connector-types")
@ServedBy(Role.API)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ConnectorTypeResource {

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "List the connector types", description = "With the fields to enter for each.")
    public Uni<Page<ConnectorType>> list() {
        return Uni.createFrom().item(Page.all(ConnectorType.ALL));
    }
}
