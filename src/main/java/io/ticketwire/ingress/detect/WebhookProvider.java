package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventIds;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketReading;

/** Any platform that posts tickets as JSON: {@code X-Hub-Signature-256: sha256=<hex>}, fields found by auto-detection. */
public final class WebhookProvider implements Provider {

    private static final SignatureHeader SIGNATURE = SignatureHeader.hmacSha256("x-hub-signature-256", "sha256=");

    @Override
    public Set<String> types() {
        return Set.of("webhook");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.webhookSecrets();
        return secrets.isEmpty() ? trail.unsigned() : SIGNATURE.verify(request, secrets, trail, "body", request.body());
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        JsonBody body = JsonBody.of(request.body());
        if (body instanceof JsonBody.Unreadable unreadable) {
            return new Reading.Malformed(unreadable.why());
        }
        JsonNode root = ((JsonBody.Parsed) body).root();
        if (root.isArray() && StreamSupport.stream(root.spliterator(), false).noneMatch(JsonNode::isObject)) {
            return new Reading.Malformed("The body is a list without an object in it");
        }
        TicketDetector.Detection detection = TicketDetector.detect(root, request.receivedAt());
        if (detection instanceof TicketDetector.Nothing nothing) {
            return new Reading.Nothing(nothing.reason(), nothing.detail());
        }
        EventIds ids = new EventIds(connector.id(), ProviderEventId.ofHeaders(request), request.body());
        TicketEvents events = new TicketEvents(ids, request, connector);
        for (TicketReading ticket : ((TicketDetector.Tickets) detection).tickets()) {
            events.observed(ticket);
        }
        return events.reading();
    }
}
