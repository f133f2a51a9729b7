package io.ticketwire.ingress.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;

/** The events that one request makes of what was read about tickets, in the order in which they are added. */
public final class TicketEvents {

    private static final String ANY_PLATFORM = "webhook";

    private final EventBatch batch;
    private final Connector connector;

    /**
     * @param providerId the sender's id of its event; null if there is none that can be used. Whoever relays to a connector
     *     of no certain platform may give it in a header
     */
    public TicketEvents(String providerId, IncomingRequest request, Connector connector) {
        boolean relayed = providerId == null && connector.type().equals(ANY_PLATFORM);
        this.batch =
                new EventBatch(request, connector).under(relayed ? ProviderEventId.ofHeaders(request) : providerId);
        this.connector = connector;
    }

    /**
     * What is added from here on is, or comes of, this event of the sender: for requests that hold several.
     *
     * @param providerId the sender's id of it; null if there is none that can be used
     */
    public TicketEvents under(String providerId) {
        batch.under(providerId);
        return this;
    }

    /** A ticket as it is now. One without an id can't be told from another but by all that it says. */
    public TicketEvents observed(TicketReading ticket) {
        String identity = ticket.externalId() == null ? batch.nextPlace() : ticket.externalId();
        UUID ticketId = Ids.ticket(connector.id(), identity);
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
        batch.add(InboundType.TICKET_OBSERVED, ticketId.toString(), ticket.updatedAt(), observation);
        return this;
    }

    /** Something was written into a ticket. */
    public TicketEvents said(String externalId, Comment comment) {
        UUID ticketId = Ids.ticket(connector.id(), externalId);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ticket", Map.of("id", ticketId));
        value.put("conversation", comment);
        batch.add(EventType.CONVERSATION_ADDED.type(), ticketId.toString(), comment.createdAt(), value);
        return this;
    }

    /**
     * A customer rated the support.
     *
     * @param externalId the ticket's
     */
    public TicketEvents rated(String externalId, Rating rating) {
        UUID ticketId = Ids.ticket(connector.id(), externalId);
        Map<String, Object> feedback = new LinkedHashMap<>();
        feedback.put("id", rating.id() == null ? batch.nextId() : rating.id());
        feedback.put("ticket_id", ticketId);
        feedback.put("rating", rating.rating());
        feedback.put("comment", rating.comment());
        feedback.put("customer_email", rating.customerEmail());
        feedback.put("created_at", rating.createdAt());
        batch.add(
                EventType.FEEDBACK_RECEIVED.type(),
                ticketId.toString(),
                rating.createdAt(),
                Map.of("feedback", feedback));
        return this;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return batch.isEmpty();
    }

    /** All that was added; at least one. */
    public Reading reading() {
        return batch.reading();
    }
}
