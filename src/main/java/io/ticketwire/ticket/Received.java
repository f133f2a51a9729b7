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
    private static final int LONGEST_ID = 255;
    private static final int LENGTH_OF_UUID = 36;
    private static final String EMAIL = "email";
    private static final String LIST = "list";

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

    /** Whether somebody wrote it, to us. */
    boolean written() {
        return correspondence.automatic() == null;
    }

    /** Whether it may be part of a ticket. What people answer by way of a list looks like what the list sends by itself. */
    boolean mayBelong() {
        return written() || LIST.equals(correspondence.automatic());
    }

    /** Whether a ticket is made from it if it belongs to none. */
    boolean makesTicket() {
        return written() && correspondence.createsTickets();
    }

    boolean isMail() {
        return EMAIL.equals(text("channel"));
    }

    /** An address, or a phone number; null if it is not known. */
    String from() {
        return text("from");
    }

    /** By which later messages may refer to it. */
    List<String> ids() {
        return Stream.concat(Stream.of(messageId()), correspondence.ids().stream())
                .distinct()
                .toList();
    }

    /**
     * What the ticket that is made from it may be called at its source, the best first. Anybody may give his mail the id of
     * another one, whose ticket stays as it is; so there is a name besides that nothing else has.
     */
    List<String> externalIds() {
        return List.of(messageId(), start(messageId()) + "#" + Ids.of(event.id(), "" + event.receivedAt()));
    }

    UUID ticketId(String externalId) {
        return Ids.ticket(connectorId(), externalId);
    }

    /** The same for the same words of the same sender. */
    UUID content() {
        return Ids.of(connectorId(), from() + "\n" + text("subject") + "\n" + text("text"));
    }

    boolean isFromCustomerOf(Ticket ticket) {
        return ticket.customerEmail() != null && ticket.customerEmail().equalsIgnoreCase(email());
    }

    /** What it says of the ticket that is made from it. */
    TicketObservation asTicket(String externalId) {
        boolean mail = email() != null;
        return new TicketObservation(
                ticketId(externalId),
                externalId,
                correspondence.connector(),
                correspondence.platform(),
                isMail() ? text("subject") : firstLine(),
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
        return text("contact_name") != null ? text("contact_name") : from();
    }

    private String email() {
        return isMail() ? from() : null;
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

    /** Leaves room for what tells it from others. */
    private static String start(String id) {
        int characters = Math.min(id.codePointCount(0, id.length()), LONGEST_ID - 1 - LENGTH_OF_UUID);
        return id.substring(0, id.offsetByCodePoints(0, characters));
    }

    private String text(String field) {
        return message.path(field).textValue();
    }
}
