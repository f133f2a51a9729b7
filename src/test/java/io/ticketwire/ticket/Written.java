package io.ticketwire.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.event.Correspondence;
import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.ReceivedMessage;
import io.ticketwire.event.Repeat;

/** Messages to us on the inbound topic: mails of Dana Fox, or what she writes in a chat. */
public final class Written {

    static final UUID CONNECTOR = Ids.of("mail connector");

    private final Map<String, Object> message = new LinkedHashMap<>();
    private final String id;
    private String conversation;
    private List<String> answers = List.of();
    private List<UUID> ticketIds = List.of();
    private List<String> ticketNumbers = List.of();
    private boolean createsTickets = true;
    private String automatic;
    private String eventId;
    private Instant receivedAt = Inbounds.NINE;
    private UUID connector = CONNECTOR;

    private Written(String id, String channel, String from) {
        this.id = id;
        this.eventId = id;
        for (String field : List.of(
                "message_id",
                "provider",
                "provider_message_id",
                "channel",
                "direction",
                "from",
                "to",
                "type",
                "text",
                "subject",
                "html")) {
            message.put(field, null);
        }
        message.put("media", List.of());
        message.put("error", null);
        message.put("contact_name", null);
        message.put("account", null);
        message.put("timestamp", "2026-07-01T08:59:58.000Z");
        with("message_id", id).with("channel", channel).with("from", from).with("direction", "inbound");
    }

    public static Written mail(String id) {
        return new Written(id, "email", "dana@customer.com")
                .with("to", "support@acme.example")
                .with("subject", "Login not working")
                .with("text", "I can't log in.")
                .with("contact_name", "Dana Fox");
    }

    public static Written chat(String id, String text) {
        Written chat = new Written(id, "whatsapp", "+15550100002")
                .with("to", "+15550100001")
                .with("text", text);
        chat.conversation = "whatsapp:+15550100002:+15550100001";
        return chat;
    }

    public Written with(String field, Object value) {
        message.put(field, value);
        return this;
    }

    public Written answering(String... ids) {
        answers = List.of(ids);
        return this;
    }

    Written forTicket(UUID ticketId) {
        ticketIds = List.of(ticketId);
        return this;
    }

    Written forTicket(String number) {
        ticketNumbers = List.of(number);
        return this;
    }

    Written withoutTickets() {
        createsTickets = false;
        return this;
    }

    Written automatic(String why) {
        automatic = why;
        return this;
    }

    public Written event(String value) {
        eventId = value;
        return this;
    }

    public Written at(Instant value) {
        receivedAt = value;
        return this;
    }

    public Written connector(UUID value) {
        connector = value;
        return this;
    }

    /** The ticket that it makes if it makes one. */
    static UUID ticketOf(String messageId) {
        return Ids.ticket(CONNECTOR, messageId);
    }

    Inbound get() {
        Event event = event();
        return new Inbound(0, event, Repeat.BY_EVENT_ID, event.id(), null, null);
    }

    /** The record's event; its key is its subject. */
    public Event event() {
        String key = conversation == null ? id : conversation;
        Correspondence correspondence = new Correspondence(
                "Acme mail",
                "email",
                createsTickets,
                key,
                new ArrayList<>(conversation == null ? List.of(id) : List.of()),
                answers,
                ticketIds,
                ticketNumbers,
                conversation,
                automatic);
        return new Event(
                Ids.event(connector, eventId),
                InboundType.MESSAGE_RECEIVED,
                Event.connectorSource(connector),
                key,
                receivedAt,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                receivedAt,
                true,
                Json.bytes(new ReceivedMessage<>(message, correspondence)));
    }
}
