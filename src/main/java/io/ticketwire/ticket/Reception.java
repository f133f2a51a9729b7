package io.ticketwire.ticket;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.ticket.message.MessageReport;

/**
 * What a message to us brings about:
 *
 * <pre>
 *   message.incoming, always
 *     |  a program wrote it, or it was there already: no more than that
 *     v
 *   belongs to a ticket --yes--> it is ours and resolved --> ticket.reopened
 *     |                                                  --> conversation.added
 *     v no
 *   not sent to a list, and the connector makes tickets --yes--> ticket.created
 * </pre>
 */
final class Reception {

    private final TrackedBatch batch;
    private final Threads threads;

    Reception(TrackedBatch batch, Threads threads) {
        this.batch = batch;
        this.threads = threads;
    }

    /** @param id of the message's event */
    void receive(Inbound inbound, UUID id) {
        Received received = Received.of(inbound);
        ObjectNode value = object("message", received.message());
        Event incoming = batch.emit(inbound, id, EventType.MESSAGE_INCOMING, received.messageId(), value);
        UUID ticketId = received.mayBelong() ? ticketOf(inbound, incoming, received) : null;
        batch.reports.add(new MessageReport(incoming, EventType.MESSAGE_INCOMING, received.message(), ticketId));
    }

    /** The ticket that it belongs to from now on; null if there is none. */
    private UUID ticketOf(Inbound inbound, Event incoming, Received received) {
        Threads.Found found = threads.find(received, batch.tickets()).orElse(null);
        if (found == null) {
            return received.makesTicket() ? create(inbound, incoming, received) : null;
        }
        if (found.by() != Threads.Lead.ITSELF) {
            add(inbound, incoming, received, found);
            threads.remember(received, found.ticketId());
        }
        return found.ticketId();
    }

    /** Under a name that no ticket has; null if it has made one under each. */
    private UUID create(Inbound inbound, Event incoming, Received received) {
        TicketObservation made = received.externalIds().stream()
                .map(received::asTicket)
                .filter(ticket -> !batch.tickets().containsKey(ticket.ticketId()))
                .findFirst()
                .orElse(null);
        if (made == null) {
            return null;
        }
        observe(inbound, incoming, made);
        batch.keep(batch.tickets().get(made.ticketId()).asOfMessage());
        threads.remember(received, made.ticketId());
        return made.ticketId();
    }

    /** Reopened first: whoever hears of the conversation finds the ticket open. */
    private void add(Inbound inbound, Event incoming, Received received, Threads.Found found) {
        UUID ticketId = found.ticketId();
        Known known = batch.tickets().get(ticketId);
        if (known.ofMessage() && TicketStatus.RESOLVED.equals(known.ticket().status())) {
            observe(inbound, incoming, TicketObservation.ofStatus(ticketId, TicketStatus.OPEN));
        }
        Ticket ticket = batch.tickets().get(ticketId).ticket();
        ObjectNode conversation = received.asConversation(authorType(received, found.by(), ticket));
        ObjectNode value = object("ticket", Json.mapper().valueToTree(ticket.reference()));
        value.set("conversation", conversation);
        Event added = emit(inbound, incoming, EventType.CONVERSATION_ADDED, ticketId, value);
        batch.said(added, ticketId, conversation);
    }

    /** Anybody may write a ticket's number into a subject, then answer his own mail; null if he may be anybody. */
    private static String authorType(Received received, Threads.Lead by, Ticket ticket) {
        if (received.isFromCustomerOf(ticket)) {
            return "customer";
        }
        boolean named = by == Threads.Lead.TICKET_ID || by == Threads.Lead.TICKET_NUMBER;
        boolean another = received.isMail() && ticket.customerEmail() != null;
        return named || another ? null : "customer";
    }

    private void observe(Inbound inbound, Event incoming, TicketObservation seen) {
        batch.observe(seen, inbound.event().connectorId())
                .ifPresent(happened -> emit(inbound, incoming, happened.type(), seen.ticketId(), happened.value()));
    }

    /** One record makes several events: their ids follow from the message's. */
    private Event emit(Inbound inbound, Event incoming, EventType type, UUID ticketId, Object value) {
        return batch.emit(inbound, Ids.of(incoming.id(), type.type()), type, ticketId.toString(), value);
    }

    private static ObjectNode object(String name, ObjectNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }
}
