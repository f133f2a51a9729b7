package io.ticketwire.ticket;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A comment or reply in a ticket.
 *
 * @param id of the event that brought it
 * @param authorType e.g. customer or agent; null if the source does not say
 * @param messageId of the message that it came as; null if it came as none
 */
record Conversation(
        UUID id,
        UUID ticketId,
        String authorName,
        String authorEmail,
        String authorType,
        String text,
        Boolean isPublic,
        Instant createdAt,
        String messageId,
        Instant recordedAt) {

    static Conversation of(UUID id, UUID ticketId, JsonNode said, Instant recordedAt) {
        String createdAt = said.path("created_at").textValue();
        return new Conversation(
                id,
                ticketId,
                said.path("author_name").textValue(),
                said.path("author_email").textValue(),
                said.path("author_type").textValue(),
                said.path("text").textValue(),
                said.path("public").isBoolean() ? said.path("public").booleanValue() : null,
                createdAt == null ? null : Instant.parse(createdAt),
                said.path("message_id").textValue(),
                recordedAt);
    }
}
