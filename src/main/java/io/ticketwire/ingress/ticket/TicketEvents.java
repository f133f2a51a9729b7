package io.ticketwire.ingress.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.EventIds;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;

/** The events that one request makes of what was read about tickets, in the order in which they are added. */
public final class TicketEvents {

    private final IncomingRequest request;
    private final Connector connector;
    private final List<InboundEvent> events = new ArrayList<>();
    private EventIds ids;
    private int index;

    /** @param ids of the events that are added until {@link #under} names others */
    public TicketEvents(EventIds ids, IncomingRequest request, Connector connector) {
        this.ids = ids;
        this.request = request;
        this.connector = connector;
    }

    /** What is added from here on has ids of its own: for requests that hold several events of their sender. */
    public TicketEvents under(EventIds others) {
        ids = others;
        index = 0;
        return this;
    }

    /** A ticket as it is now. */
    public TicketEvents observed(TicketReading ticket) {
        UUID ticketId = Ids.ticket(connector.id(), identity(ticket));
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
                ticket.deleted(),
                ticket.completeness());
        return add(InboundType.TICKET_OBSERVED, ticketId.toString(), ticket.updatedAt(), observation);
    }

    /** Something was written into a ticket. */
    public TicketEvents said(String externalId, Comment comment) {
        UUID ticketId = Ids.ticket(connector.id(), externalId);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ticket", Map.of("id", ticketId));
        value.put("conversation", comment);
        return add(EventType.CONVERSATION_ADDED.type(), ticketId.toString(), comment.createdAt(), value);
    }

    /**
     * A customer rated the support.
     *
     * @param externalId the ticket's
     */
    public TicketEvents rated(String externalId, Rating rating) {
        UUID ticketId = Ids.ticket(connector.id(), externalId);
        Map<String, Object> feedback = new LinkedHashMap<>();
        feedback.put("id", rating.id() == null ? ids.id(index).toString() : rating.id());
        feedback.put("ticket_id", ticketId);
        feedback.put("rating", rating.rating());
        feedback.put("comment", rating.comment());
        feedback.put("customer_email", rating.customerEmail());
        feedback.put("created_at", rating.createdAt());
        return add(
                EventType.FEEDBACK_RECEIVED.type(),
                ticketId.toString(),
                rating.createdAt(),
                Map.of("feedback", feedback));
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** All that was added; at least one. */
    public Reading reading() {
        return new Reading.Events(List.copyOf(events));
    }

    private TicketEvents add(String type, String subject, Instant time, Object data) {
        events.add(new InboundEvent(
                ids.id(index), ids.repeat(), type, subject, time == null ? request.receivedAt() : time, data));
        index++;
        return this;
    }

    /** A ticket without an id can't be told from another one but by all that it says. */
    private String identity(TicketReading ticket) {
        return ticket.externalId() != null ? ticket.externalId() : "body:" + ids.bodyHash() + ":" + index;
    }
}
