package io.ticketwire.ingress.ticket;

import java.util.UUID;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.EventIds;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;

/** Tickets as the ingress read them, as events for the tracker. */
public final class TicketEvents {

    private TicketEvents() {}

    /** The n-th ticket of a request. */
    public static InboundEvent observed(
            TicketReading ticket, EventIds ids, int index, IncomingRequest request, Connector connector) {
        UUID ticketId = Ids.ticket(connector.id(), identity(ticket, ids, index));
        TicketObservation observation = new TicketObservation(
                ticketId,
                ticket.externalId(),
                connector.name(),
                connector.type(),
                ticket.subject(),
                ticket.description(),
                ticket.status(),
                ticket.priority(),
                ticket.customerName(),
                ticket.customerEmail(),
                ticket.assignee(),
                ticket.category(),
                ticket.channel(),
                ticket.tagsGiven() ? ticket.tags() : null,
                ticket.url(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.deleted());
        return new InboundEvent(
                ids.id(index),
                ids.repeat(),
                InboundType.TICKET_OBSERVED,
                ticketId.toString(),
                ticket.updatedAt() == null ? request.receivedAt() : ticket.updatedAt(),
                observation);
    }

    /** A ticket without an id can't be told from another one but by all that it says. */
    private static String identity(TicketReading ticket, EventIds ids, int index) {
        return ticket.externalId() != null ? ticket.externalId() : "body:" + ids.bodyHash() + ":" + index;
    }
}
