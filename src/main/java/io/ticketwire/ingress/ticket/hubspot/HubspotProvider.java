package io.ticketwire.ingress.ticket.hubspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketPlatform;
import io.ticketwire.ingress.ticket.TicketReading;

/**
 * HubSpot's tickets: lists of thin events, and the objects that workflows send. Events of contacts, companies and deals may
 * lie between them and are left out. See developers.hubspot.com, "Webhooks API"; the signature is
 * {@link HubspotSignature}'s.
 */
public final class HubspotProvider implements TicketPlatform {

    private static final int MOST_EVENTS = 1_000;

    @Override
    public Set<String> types() {
        return Set.of("hubspot");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return HubspotSignature.verify(request, connector, trail);
    }

    @Override
    public boolean recognises(JsonNode root, MultiMap headers) {
        JsonNode first = root.isArray() ? root.path(0) : root;
        JsonNode properties = first.path("properties");
        return HubspotSignature.isIn(headers)
                || first.has("subscriptionType")
                        && first.has("objectId")
                        && (first.has("portalId") || first.has("occurredAt"))
                || properties.has("hs_pipeline_stage")
                || properties.has("hs_object_id");
    }

    @Override
    public Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        if (root.size() > MOST_EVENTS && root.isArray()) {
            return new Reading.Nothing("too_many_events", "The list has more than " + MOST_EVENTS + " events");
        }
        List<HubspotTicket> tickets = tickets(root, request, connector);
        TicketEvents events = new TicketEvents(null, request, connector);
        int read = 0;
        for (HubspotTicket ticket : tickets) {
            List<TicketReading> readings = ticket.read();
            read += readings.size();
            if (read > MOST_EVENTS) {
                return new Reading.Nothing(
                        "too_many_events", "The list is about more than " + MOST_EVENTS + " tickets");
            }
            if (!readings.isEmpty()) {
                events.under(ticket.eventId());
                readings.forEach(events::observed);
            }
        }
        if (!events.isEmpty()) {
            return events.reading();
        }
        return tickets.isEmpty()
                ? new Reading.Nothing("not_about_a_ticket", "No event and no object of the body is a ticket's")
                : new Reading.Nothing("no_ticket_id", "There is no id of a ticket");
    }

    /** In the order of their times: a list is in none, and what is older than what is known would be left out. */
    private static List<HubspotTicket> tickets(JsonNode root, IncomingRequest request, Connector connector) {
        List<HubspotTicket> tickets = new ArrayList<>();
        Iterable<JsonNode> elements = root.isArray() ? root : List.of(root);
        for (JsonNode element : elements) {
            HubspotTicket ticket = HubspotTicket.of(element, connector, request.receivedAt());
            if (ticket.isTicket()) {
                tickets.add(ticket);
            }
        }
        tickets.sort(Comparator.comparing(HubspotTicket::time));
        return tickets;
    }
}
