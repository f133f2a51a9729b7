package io.ticketwire.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Correspondence;
import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketStatus;

/**
 * A message to us on the inbound topic.
 *
 * @param message the value of {@code message.incoming}, without the object around it
 */
record Received(Event event, ObjectNode message, Correspondence correspondence) {

    private static final int LONGEST_SUBJECT = 80;
    private static final String EMAIL = "email";

    /** The messages of a batch. */
    static List<Received> in(List<Inbound> batch) {
        return batch.stream()
                .filter(inbound -> inbound.event().type().equals(InboundType.MESSAGE_RECEIVED))
                .map(Received::of)
                .toList();
    }

    static Received of(Inbound inbound) {
        JsonNode value = Json.read(inbound.event().data(), JsonNode.class);
        return new Received(
                inbound.event(),
                (ObjectNode) value.path("message"),
                Json.mapper().convertValue(value.path("correspondence"), Correspondence.class));
    }

    UUID connectorId() {
        return event.connectorId();
    }

    String messageId() {
        return text("message_id");
    }

    /** Whether somebody wrote it, to us: only then there can be a ticket. */
    boolean written() {
        return correspondence.automatic() == null;
    }

    /** By which later messages may refer to it. */
    List<String> ids() {
        return Stream.concat(Stream.of(messageId()), correspondence.ids().stream())
                .distinct()
                .toList();
    }

    /** The id of the ticket that is made from it, if one is. */
    UUID ownTicketId() {
        return Ids.ticket(connectorId(), messageId());
    }

    /** The same for the same words of the same sender. */
    UUID content() {
        return Ids.of(connectorId(), text("from") + "\n" + text("subject") + "\n" + text("text"));
    }

    boolean isFromCustomerOf(Ticket ticket) {
        return ticket.customerEmail() != null && ticket.customerEmail().equalsIgnoreCase(email());
    }

    /** What it says of the ticket that is made from it. */
    TicketObservation asTicket() {
        boolean mail = email() != null;
        return new TicketObservation(
                ownTicketId(),
                messageId(),
                correspondence.connector(),
                correspondence.platform(),
                EMAIL.equals(text("channel")) ? text("subject") : firstLine(),
                newText(),
                TicketStatus.NEW,
                null,
                mail ? text("contact_name") : author(),
                email(),
                null,
                null,
                text("channel"),
                null,
                null,
                timestamp(),
                null,
                false,
                null);
    }

    /** What it adds to a ticket. */
    ObjectNode asConversation(String authorType) {
        ObjectNode conversation = JsonNodeFactory.instance
                .objectNode()
                .put("id", messageId())
                .put("author_name", author())
                .put("author_email", email())
                .put("author_type", authorType)
                .put("text", text("text"))
                .put("public", true)
                .put("created_at", text("timestamp"))
                .put("message_id", messageId());
        for (String field : List.of("new_text", "marks")) {
            if (message.has(field)) {
                conversation.set(field, message.get(field));
            }
        }
        return conversation;
    }

    /** A chat knows the customer by name or at least by number. */
    private String author() {
        return text("contact_name") != null ? text("contact_name") : text("from");
    }

    private String email() {
        return EMAIL.equals(text("channel")) ? text("from") : null;
    }

    private Instant timestamp() {
        return text("timestamp") == null ? null : Instant.parse(text("timestamp"));
    }

    /** Without what is quoted, unless that is all there is. */
    private String newText() {
        String written = text("new_text");
        return written == null || written.isBlank() ? text("text") : written;
    }

    /** In place of a subject, which chats have not; null if there is no text. */
    private String firstLine() {
        return Optional.ofNullable(newText())
                .flatMap(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst())
                .map(Received::shortened)
                .orElse(null);
    }

    /** At the end of a word, if there is one in the second half. */
    private static String shortened(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        int end = line.offsetByCodePoints(0, LONGEST_SUBJECT);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > end / 2 ? space : end).strip() + "…";
    }

    private String text(String field) {
        return message.path(field).textValue();
    }
}
