package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;

/**
 * What one event says of a message.
 *
 * @param message as in the event's value
 * @param ticketId that the message belongs to; null if none is known
 */
public record MessageReport(Event event, EventType type, JsonNode message, UUID ticketId) {

    private static final int LONGEST_WORD = 500;

    /** A mail to two is two messages: each has a state of its own. */
    UUID id() {
        String messageId = messageId();
        return Ids.of(event.connectorId(), "message:" + messageId.length() + ":" + messageId + ":" + recipient());
    }

    /** Empty if it isn't said. */
    String recipient() {
        String recipient = word("to");
        return recipient == null ? "" : recipient;
    }

    /** The same, of the message to this recipient. */
    MessageReport to(String recipient) {
        ObjectNode addressed = JsonNodeFactory.instance.objectNode();
        addressed.setAll((ObjectNode) message);
        return new MessageReport(event, type, addressed.put("to", recipient), ticketId);
    }

    String messageId() {
        return text("message_id");
    }

    String text(String field) {
        return message.path(field).textValue();
    }

    /** A word or an address: longer ones than any that exist are cut, for the sake of the indexes. */
    String word(String field) {
        String text = text(field);
        return text == null || text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD);
    }

    /** JSON; null if all went well. */
    String error() {
        return message.path("error").isObject() ? message.path("error").toString() : null;
    }

    MessageState state() {
        return MessageState.of(type);
    }

    Instant deletedAt() {
        return type == EventType.MESSAGE_DELETED ? event.time() : null;
    }
}
