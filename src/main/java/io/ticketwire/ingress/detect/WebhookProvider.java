package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketPlatform;
import io.ticketwire.ingress.ticket.TicketReading;

/**
 * Any platform that posts tickets as JSON: {@code X-Hub-Signature-256: sha256=<hex>}. A payload of a platform that we know
 * is read by that platform's rules, any other by auto-detection.
 */
public final class WebhookProvider implements Provider {

    private static final SignatureHeader SIGNATURE = SignatureHeader.hmacSha256("x-hub-signature-256", "sha256=");

    private final List<TicketPlatform> platforms;

    /** @param platforms asked one after the other whether a payload is theirs */
    public WebhookProvider(List<TicketPlatform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

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
        return JsonBody.read(request.body(), root -> read(root, request, connector));
    }

    private Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        String chatRoute = ChatPayloads.route(root);
        if (chatRoute != null) {
            return new Reading.Misdirected("This is for " + chatRoute + ", with a connector of its own");
        }
        for (TicketPlatform platform : platforms) {
            if (platform.recognises(root, request.headers())) {
                return platform.read(root, request, connector);
            }
        }
        return detected(root, request, connector);
    }

    private static Reading detected(JsonNode root, IncomingRequest request, Connector connector) {
        if (root.isArray() && StreamSupport.stream(root.spliterator(), false).noneMatch(JsonNode::isObject)) {
            return new Reading.Malformed("The body is a list without an object in it");
        }
        TicketDetector.Detection detection = TicketDetector.detect(root, request.receivedAt());
        if (detection instanceof TicketDetector.Nothing nothing) {
            return new Reading.Nothing(nothing.reason(), nothing.detail());
        }
        TicketEvents events = new TicketEvents(null, request, connector);
        for (TicketReading ticket : ((TicketDetector.Tickets) detection).tickets()) {
            events.observed(ticket);
        }
        return events.reading();
    }
}
