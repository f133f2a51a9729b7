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
    private static final Set<String> EMAIL_INBOUND = Set.of("sendgrid_inbound", "mailgun", "email");
    private static final Set<String> EMAIL_STATUS = Set.of("mailgun", "email");
    private static final Set<String> SENDGRID = Set.of("sendgrid");
    private static final Set<String> SES = Set.of("ses");
    private static final Set<String> TWILIO = Set.of("twilio");
    private static final Set<String> MESSAGEBIRD = Set.of("messagebird", "bird");
    private static final Set<String> GUPSHUP = Set.of("gupshup");
    private static final Set<String> VONAGE = Set.of("vonage", "vonage_sms");
    private static final Set<String> PLIVO = Set.of("plivo");

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

    @POST
    @Path("email/inbound")
    @Operation(summary = "Inbound mail: SendGrid Inbound Parse, Mailgun routes, any other source")
    public Uni<Response> emailInbound(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(EMAIL_INBOUND, connectorId, request).map(answers::of);
    }

    @POST
    @Path("email/status")
    @Operation(summary = "What became of mails: Mailgun events, any other source")
    public Uni<Response> emailStatus(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(EMAIL_STATUS, connectorId, request).map(answers::of);
    }

    @POST
    @Path("sendgrid")
    @Operation(summary = "SendGrid: Event Webhook")
    public Uni<Response> sendgrid(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(SENDGRID, connectorId, request).map(answers::of);
    }

    @POST
    @Path("ses")
    @Operation(summary = "Amazon SES through SNS: events, confirmations")
    public Uni<Response> ses(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(SES, connectorId, request).map(answers::of);
    }

    @POST
    @Path("twilio/{kind: sms|whatsapp}")
    @Operation(summary = "Twilio: messages, statuses")
    public Uni<Response> twilio(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(TWILIO, connectorId, request).map(answers::of);
    }

    @GET
    @Path("twilio/{kind: sms|whatsapp}")
    @Operation(summary = "Twilio, if it is set to GET")
    @NonBlocking
    public Uni<Response> twilioByGet(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.takeOrGreet(TWILIO, connectorId, request).map(answers::of);
    }

    @POST
    @Path("messagebird")
    @Operation(summary = "MessageBird and Bird: messages, statuses")
    public Uni<Response> messagebird(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(MESSAGEBIRD, connectorId, request).map(answers::of);
    }

    @GET
    @Path("messagebird")
    @Operation(summary = "MessageBird: reports on SMS")
    @NonBlocking
    public Uni<Response> messagebirdByGet(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.takeOrGreet(MESSAGEBIRD, connectorId, request).map(answers::of);
    }

    @POST
    @Path("gupshup")
    @Operation(summary = "Gupshup: messages, statuses")
    public Uni<Response> gupshup(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(GUPSHUP, connectorId, request).map(answers::of);
    }

    @POST
    @Path("vonage")
    @Operation(summary = "Vonage: messages, statuses")
    public Uni<Response> vonage(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(VONAGE, connectorId, request).map(answers::of);
    }

    @GET
    @Path("vonage")
    @Operation(summary = "Vonage: SMS by GET")
    @NonBlocking
    public Uni<Response> vonageByGet(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.takeOrGreet(VONAGE, connectorId, request).map(answers::of);
    }

    @POST
    @Path("plivo")
    @Operation(summary = "Plivo: messages, statuses")
    public Uni<Response> plivo(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.take(PLIVO, connectorId, request).map(answers::of);
    }

    @GET
    @Path("plivo")
    @Operation(summary = "Plivo, if it is set to GET")
    @NonBlocking
    public Uni<Response> plivoByGet(@RestQuery String connectorId, @Context HttpServerRequest request) {
        return intake.takeOrGreet(PLIVO, connectorId, request).map(answers::of);
    }

    @GET
    @Path("connectors/{id}")
    @Operation(
            summary = "A callback by GET, or a provider's question whether the address is ours",
            description = "405 where there is neither.")
    @NonBlocking
    public Uni<Response> connectorByGet(@RestPath String id, @Context HttpServerRequest request) {
        return intake.takeOrGreet(providers.types(), id, request).map(answers::of);
    }

    @POST
    @Path("connectors/{id}")
    @Operation(summary = "A callback for the connector named in the path, whatever its type")
    public Uni<Response> connector(@RestPath String id, @Context HttpServerRequest request) {
        return intake.take(providers.types(), id, request).map(answers::of);
    }
}
