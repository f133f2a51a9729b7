package io.ticketwire.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketReference;
import io.ticketwire.event.Topic;
import io.ticketwire.event.store.Emission;
import io.ticketwire.ticket.message.MessageReport;

/**
 * One batch in memory: what is known before, what happens record by record, and what is to be written in the end. Touches
 * neither database nor broker.
 */
final class TrackedBatch {

    private final Ledger ledger;
    private final Map<UUID, Known> tickets;
    private final Map<UUID, String> contacts;
    private final Iterator<String> numbers;
    private final Instant now;

    final Threads threads;
    final Map<UUID, Known> changedTickets = new LinkedHashMap<>();
    final Map<UUID, String> changedContacts = new LinkedHashMap<>();
    final List<Conversation> conversations = new ArrayList<>();
    final List<Emission> emissions = new ArrayList<>();
    final List<MessageReport> reports = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    final List<Inbound> processed = new ArrayList<>();
    final List<Ledger.Entry> entries = new ArrayList<>();

    /**
     * @param tickets known tickets by id; grows with the batch
     * @param contacts known contacts by id, as JSON; grows with the batch
     * @param threads where the batch's messages lead to; grows with the batch
     * @param numbers a ticket number for every ticket that the batch may bring
     */
    TrackedBatch(
            Ledger ledger,
            Map<UUID, Known> tickets,
            Map<UUID, String> contacts,
            Threads threads,
            Iterator<String> numbers,
            Instant now) {
        this.ledger = ledger;
        this.tickets = tickets;
        this.contacts = contacts;
        this.threads = threads;
        this.numbers = numbers;
        this.now = now;
    }

    /** Takes the next record, in the order of its partition. */
    void apply(Inbound inbound) {
        if (ledger.processed(inbound)) {
            return;
        }
        int rejectedBefore = rejections.size();
        switch (inbound.event().type()) {
            case InboundType.TICKET_OBSERVED -> observe(inbound);
            case InboundType.CONTACT_OBSERVED -> contact(inbound);
            case InboundType.MESSAGE_RECEIVED -> receive(inbound);
            default -> pass(inbound);
        }
        Ledger.Entry entry = Ledger.entry(inbound, rejections.size() > rejectedBefore);
        processed.add(inbound);
        entries.add(entry);
        ledger.add(entry);
    }

    private void observe(Inbound inbound) {
        TicketObservation seen = Json.read(inbound.event().data(), TicketObservation.class);
        observe(seen, inbound.event().connectorId())
                .ifPresent(happened -> emit(inbound, happened.type(), happened.value()));
    }

    /** Keeps what an observation means; gives what is to be told of it. */
    Optional<Transition.Happened> observe(TicketObservation seen, UUID connectorId) {
        Transition transition = Lifecycle.next(tickets.get(seen.ticketId()), seen, connectorId, numbers::next);
        if (transition instanceof Transition.Happened happened) {
            keep(happened.now());
            return Optional.of(happened);
        }
        if (transition instanceof Transition.Silent silent) {
            keep(silent.now());
        }
        return Optional.empty();
    }

    /** What is known of the tickets by now. */
    Map<UUID, Known> tickets() {
        return tickets;
    }

    void keep(Known known) {
        tickets.put(known.ticket().id(), known);
        changedTickets.put(known.ticket().id(), known);
    }

    private void receive(Inbound inbound) {
        if (!ledger.repeatedBody(inbound)) {
            new Reception(this, threads).receive(inbound, ledger.freshId(inbound));
        }
    }

    private void contact(Inbound inbound) {
        UUID id = UUID.fromString(inbound.event().subject());
        ObjectNode value = (ObjectNode) Json.read(inbound.event().data(), JsonNode.class);
        String known = contacts.get(id);
        ObjectNode contact = Contacts.merge(known, (ObjectNode) value.path("contact"));
        if (contact.toString().equals(known)) {
            return;
        }
        contacts.put(id, contact.toString());
        changedContacts.put(id, contact.toString());
        if (!Contacts.news(known, contact)) {
            return;
        }
        value.set("contact", contact);
        emit(inbound, known == null ? EventType.CONTACT_CREATED : EventType.CONTACT_UPDATED, value);
    }

    /** What the ingress could already say in the contract's words: only repeats and the ticket's details are left. */
    private void pass(Inbound inbound) {
        EventType type = EventType.of(inbound.event().type()).orElse(null);
        if (type == null) {
            reject(inbound, "unknown_type", "No event type " + inbound.event().type());
            return;
        }
        if (ledger.repeatedBody(inbound)) {
            return;
        }
        ObjectNode value = (ObjectNode) Json.read(inbound.event().data(), JsonNode.class);
        UUID ticketId = value.has("ticket")
                ? UUID.fromString(value.path("ticket").path("id").textValue())
                : null;
        Known known = ticketId == null ? null : tickets.get(ticketId);
        if (type == EventType.TICKET_ESCALATED && known == null) {
            reject(inbound, "unknown_ticket", "The ticket to be escalated was never seen");
            return;
        }
        if (ticketId != null) {
            value.set("ticket", Json.mapper().valueToTree(described(type, ticketId, known)));
        }
        Event event = emit(inbound, type, value);
        if (type == EventType.CONVERSATION_ADDED) {
            said(event, ticketId, value.path("conversation"));
        }
        if (type.topic() == Topic.MESSAGES && inbound.event().connectorId() != null) {
            reports.add(new MessageReport(event, type, value.path("message"), null));
        }
    }

    void said(Event event, UUID ticketId, JsonNode conversation) {
        conversations.add(Conversation.of(event.id(), ticketId, conversation, now));
    }

    private static Object described(EventType type, UUID ticketId, Known known) {
        if (known == null) {
            return new TicketReference(ticketId, null, null, null, null, null, null, null, null, null, null);
        }
        Ticket ticket = known.ticket();
        return type == EventType.TICKET_ESCALATED ? ticket : ticket.reference();
    }

    private Event emit(Inbound inbound, EventType type, Object value) {
        return emit(inbound, ledger.freshId(inbound), type, inbound.event().subject(), value);
    }

    Event emit(Inbound inbound, UUID id, EventType type, String subject, Object value) {
        Event cause = inbound.event();
        Event event = new Event(
                id,
                type.type(),
                cause.source(),
                subject,
                cause.time(),
                cause.traceparent(),
                cause.receivedAt(),
                cause.verified(),
                Json.bytes(value));
        emissions.add(new Emission(event, type, inbound.rawId()));
        return event;
    }

    private void reject(Inbound inbound, String reason, String detail) {
        rejections.add(Rejection.of(inbound, reason, detail));
    }
}
