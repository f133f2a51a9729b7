package io.ticketwire.ingress;

import java.util.Set;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;

/** Where external platforms call. A 200 means that the broker has the event. */
@Path("/api/webhooks")
@ServedBy(Role.INGRESS)
@Tag(name = "Ingress", description = "Callbacks of external platforms; protected by each connector's own verification")
public class IngressResource {

    private static final Set<String> TICKETS = Set.of("webhook");
    private static final Set<String> RECEIVE = Set.of("receive");

    private final Intake intake;
    private final Answers answers;
    private final Providers providers;

    IngressResource(Intake intake, Answers answers, Providers providers) {
        this.intake = intake;
        this.answers = answers;
        this.providers = providers;
    }

    @POST
    @Path("tickets")
    @Operation(summary = "A ticket callback of any platform")
    public Uni<Response> tickets(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(TICKETS, connectorId, request).map(answers::of);
    }

    @POST
    @Path("receive")
    @Operation(summary = "An event in Ticketwire's own format")
    public Uni<Response> receive(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(RECEIVE, connectorId, request).map(answers::of);
    }

    @POST
    @Path("connectors/{id}")
    @Operation(summary = "A callback for the connector named in the path, whatever its type")
    public Uni<Response> connector(@RestPath String id, @Context HttpServerRequest request) {
        return intake.take(providers.types(), id, request).map(answers::of);
    }
}
