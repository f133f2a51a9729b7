package io.ticketwire.intelligence;

import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.intelligence.history.Origin;
import io.ticketwire.text.CleanText;

/** What an event of a ticket is to us. */
sealed interface Heard {

    /** How a customer's words came. */
    enum Kind {
        /** As the ticket's own text. */
        TICKET,
        /** As the ticket's own text, of which only the subject is new: perhaps an agent's tidying. */
        TITLE,
        /** As a reply in the ticket. */
        REPLY
    }

    /** What may escalate its ticket. */
    sealed interface Judged extends Heard {

        Event event();

        Origin origin();
    }

    /**
     * A customer has said something.
     *
     * @param priority that the ticket has; null if it has none
     */
    record Said(Event event, Origin origin, Kind kind, String priority, Message message) implements Judged {

        /** Whether its ticket is known by this event: what was said in it before came too early. */
        boolean opensTicket() {
            return Heard.opensTicket(event);
        }
    }

    /** A ticket has come without a word: there is nothing to read but what was said in it before, which came too early. */
    record Opened(Event event, Origin origin) implements Judged {}

    /** A customer has said nothing that can be read. The reason is a word for a counter. */
    record Skipped(String reason) implements Heard {}

    /** Nothing that a customer could have said. */
    record Other() implements Heard {}

    /**
     * Decides; never fails, whatever is in the event: other producers may write to a public topic.
     *
     * @param maxText how many characters of a text are read
     */
    static Heard of(Event event, int maxText) {
        EventType type = EventType.of(event.type()).orElse(null);
        if (type != EventType.TICKET_CREATED && type != EventType.CONVERSATION_ADDED && !isChange(type)) {
            return new Other();
        }
        try {
            JsonNode value = Json.read(event.data(), JsonNode.class);
            return type == EventType.CONVERSATION_ADDED
                    ? reply(event, value, maxText)
                    : ticket(event, value, isChange(type), maxText);
        } catch (RuntimeException unreadable) {
            return new Skipped("unreadable");
        }
    }

    /** A change of status is told in place of the update, with all else that changed at the same time. */
    private static boolean isChange(EventType type) {
        return type == EventType.TICKET_UPDATED
                || type == EventType.TICKET_RESOLVED
                || type == EventType.TICKET_REOPENED;
    }

    private static Heard ticket(Event event, JsonNode value, boolean changed, int maxText) {
        JsonNode ticket = value.path("ticket");
        JsonNode changes = value.path("changes");
        if (changed && !changes.has("subject") && !changes.has("description")) {
            return new Skipped("no_new_text");
        }
        Kind kind = changed && !changes.has("description") ? Kind.TITLE : Kind.TICKET;
        Message message = new Message(
                beginning(ticket.path("subject"), maxText), beginning(ticket.path("description"), maxText), null, null);
        return said(event, ticket, kind, message);
    }

    private static Heard reply(Event event, JsonNode value, int maxText) {
        JsonNode ticket = value.path("ticket");
        JsonNode said = value.path("conversation");
        if (!isOfCustomer(said, ticket)) {
            return new Skipped("not_customer");
        }
        if (said.path("public").isBoolean() && !said.path("public").booleanValue()) {
            return new Skipped("not_public");
        }
        // Without the ticket's subject: it was read with the ticket, and is no word of this message.
        Message message = new Message(
                null, beginning(said.path("text"), maxText), null, beginning(said.path("new_text"), maxText));
        return said(event, ticket, Kind.REPLY, message);
    }

    private static boolean isOfCustomer(JsonNode said, JsonNode ticket) {
        String type = said.path("author_type").textValue();
        String author = said.path("author_email").textValue();
        return type == null
                ? author != null
                        && author.equalsIgnoreCase(ticket.path("customer_email").textValue())
                : type.equals("customer");
    }

    private static Heard said(Event event, JsonNode ticket, Kind kind, Message message) {
        if (!isBlank(message.subject()) || !isBlank(message.text())) {
            return new Said(
                    event, origin(event, ticket), kind, ticket.path("priority").textValue(), message);
        }
        return opensTicket(event) ? new Opened(event, origin(event, ticket)) : new Skipped("no_text");
    }

    private static boolean opensTicket(Event event) {
        return event.type().equals(EventType.TICKET_CREATED.type());
    }

    private static Origin origin(Event event, JsonNode ticket) {
        UUID id = UUID.fromString(ticket.path("id").textValue());
        String customer = CleanText.clean(ticket.path("customer_email").textValue());
        return new Origin(
                event.id(),
                id,
                event.connectorId(),
                customer == null ? null : customer.toLowerCase(Locale.ROOT),
                event.time(),
                event.receivedAt());
    }

    /** As the database can keep it: what is judged and compared now is what a later process finds. */
    private static String beginning(JsonNode text, int maxText) {
        return CleanText.clean(CleanText.cut(text.textValue(), maxText));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
