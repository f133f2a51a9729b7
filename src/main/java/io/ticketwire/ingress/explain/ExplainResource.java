package io.ticketwire.ingress.explain;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.ConnectorSettings;
import io.ticketwire.connector.Connectors;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.IngressSettings;
import io.ticketwire.ingress.Providers;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** Explains what the ingress makes of a request. */
@Path("/api/v1/connectors/{id}/explain")
@ServedBy(Role.API)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ExplainResource {

    private final Connectors connectors;
    private final Providers providers;
    private final ConnectorSettings reached;
    private final int maxBody;

    ExplainResource(Connectors connectors, Providers providers, ConnectorSettings reached, IngressSettings settings) {
        this.connectors = connectors;
        this.providers = providers;
        this.reached = reached;
        this.maxBody = (int) settings.maxBody().asLongValue();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ApiRole.OPERATOR)
    @Blocking
    @Operation(
            summary = "Explain a request",
            description =
                    "Checks and reads a captured request as the ingress would, step by step, and publishes nothing."
                            + " For finding out why a signature is refused.")
    public Uni<Explanation> explain(@PathParam("id") UUID id, @NotNull ExplainRequest captured, @Context UriInfo uri) {
        Connector connector = connectors.find(id).orElseThrow(() -> ProblemException.notFound("connector"));
        String origin = reached.publicUrl().orElseGet(() -> uri.getBaseUri().toString());
        IncomingRequest request =
                new RawRequestReader(captured, connector, maxBody).read(origin.replaceFirst("/+$", ""));
        return new Explainer(providers.of(connector.type()), request, connector).explain();
    }
}
