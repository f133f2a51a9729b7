package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

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
        String recipient = text("to");
        return Ids.of(
                event.connectorId(),
                "message:" + messageId.length() + ":" + messageId + ":" + (recipient == null ? "" : recipient));
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
