package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventIds;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.SignatureHeader;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketReading;

/** Any platform that posts tickets as JSON: {@code X-Hub-Signature-256: sha256=<hex>}, fields found by auto-detection. */
public final class WebhookProvider implements Provider {

    private static final SignatureHeader SIGNATURE = new SignatureHeader("x-hub-signature-256", "sha256=", true);

    @Override
    public Set<String> types() {
        return Set.of("webhook");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector) {
        return SIGNATURE.verify(request, connector);
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
        List<InboundEvent> events = new ArrayList<>();
        for (TicketReading ticket : ((TicketDetector.Tickets) detection).tickets()) {
            events.add(TicketEvents.observed(ticket, ids, events.size(), request, connector));
        }
        return new Reading.Events(events);
    }
}
