package io.ticketwire.ingress;

import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
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

    private static final Set<String> TICKETS = Set.of("zendesk", "freshdesk", "jira", "intercom", "hubspot", "webhook");
    private static final Set<String> RECEIVE = Set.of("receive");
    private static final Set<String> SLACK = Set.of("slack");
    private static final Set<String> GOOGLE_CHAT = Set.of("google_chat");
    private static final Set<String> WHATSAPP = Set.of("whatsapp");

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

    @HEAD
    @Path("tickets")
    @Operation(summary = "Whether there is such a connector", description = "Some platforms look before they send.")
    @NonBlocking
    public Response ticketsProbe(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return answers.of(intake.greet(TICKETS, connectorId, request));
    }

    @POST
    @Path("receive")
    @Operation(summary = "An event in Ticketwire's own format")
    public Uni<Response> receive(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(RECEIVE, connectorId, request).map(answers::of);
    }

    @POST
    @Path("slack")
    @Operation(summary = "Slack: URL verification, events, clicks")
    public Uni<Response> slack(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(SLACK, connectorId, request).map(answers::of);
    }

    @POST
    @Path("google-chat")
    @Operation(summary = "Google Chat: messages, commands, clicks")
    public Uni<Response> googleChat(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(GOOGLE_CHAT, connectorId, request).map(answers::of);
    }

    @GET
    @Path("whatsapp")
    @Operation(summary = "WhatsApp: the handshake of the Cloud API")
    @NonBlocking
    public Response whatsappGreeting(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return answers.of(intake.greet(WHATSAPP, connectorId, request));
    }

    @POST
    @Path("whatsapp")
    @Operation(summary = "WhatsApp: messages, clicks, statuses")
    public Uni<Response> whatsapp(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(WHATSAPP, connectorId, request).map(answers::of);
    }

    @GET
    @Path("connectors/{id}")
    @Operation(summary = "A provider's question whether the address is ours", description = "405 where none is asked.")
    @NonBlocking
    public Response connectorGreeting(@RestPath String id, @Context HttpServerRequest request) {
        return answers.of(intake.greet(providers.types(), id, request));
    }

    @POST
    @Path("connectors/{id}")
    @Operation(summary = "A callback for the connector named in the path, whatever its type")
    public Uni<Response> connector(@RestPath String id, @Context HttpServerRequest request) {
        return intake.take(providers.types(), id, request).map(answers::of);
    }
}
