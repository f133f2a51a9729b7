package io.ticketwire.ingress.ticket.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.RichText;

/** What was written, and how it was rated, in a notification of Intercom. */
final class IntercomParts {

    private static final int MOST = 500;
    private static final Set<String> COMPANY = Set.of("admin", "team");

    private IntercomParts() {}

    /** The parts that the item lists: for a conversation those that are new, for a ticket all that there are. */
    static List<JsonNode> all(IntercomItem item) {
        String list = item.isTicket() ? "ticket_parts" : "conversation_parts";
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode part : item.item().path(list).path(list)) {
            if (parts.size() == MOST) {
                break;
            }
            parts.add(part);
        }
        return parts;
    }

    /** What this notification is the first to tell. */
    static List<Comment> added(IntercomItem item) {
        return added(item, item.isTicket() ? newOfTicket(item) : newOfConversation(item));
    }

    private static List<Comment> added(IntercomItem item, List<JsonNode> parts) {
        List<Comment> comments = new ArrayList<>();
        for (JsonNode part : parts) {
            String text = RichText.of(part.path("body"));
            if (text != null && !part.path("redacted").asBoolean()) {
                comments.add(comment(item, part, text));
            }
        }
        return comments;
    }

    /** Topics such as a tag's repeat a part that was told before. */
    private static List<JsonNode> newOfConversation(IntercomItem item) {
        String topic = item.topic();
        boolean speaks = topic.equals("conversation.user.replied")
                || topic.equals("conversation.operator.replied")
                || topic.startsWith("conversation.admin.") && !topic.endsWith(".translated");
        if (!speaks) {
            return List.of();
        }
        List<JsonNode> parts = all(item);
        String opening = item.opening().path("id").asText();
        parts.removeIf(part -> part.path("id").asText().equals(opening));
        return parts;
    }

    private static List<JsonNode> newOfTicket(IntercomItem item) {
        if (item.topic().endsWith(".translated")) {
            return List.of();
        }
        JsonNode part = item.envelope().path("ticket_part");
        if (part.isObject()) {
            return List.of(part);
        }
        List<JsonNode> parts = all(item);
        boolean speaks = item.topic().endsWith(".replied") || item.topic().equals("ticket.note.created");
        return speaks && !parts.isEmpty() ? parts.subList(parts.size() - 1, parts.size()) : List.of();
    }

    private static Comment comment(IntercomItem item, JsonNode part, String text) {
        JsonNode author = part.path("author");
        Values values = new Values();
        String type = authorType(author);
        EmailAddresses.Mailbox mailbox = Comment.CUSTOMER.equals(type)
                ? EmailAddresses.parse(author.path("email").textValue())
                : null;
        return new Comment(
                values.id(part.path("id")),
                values.line(author.path("name"), "author_name", Values.MAX_NAME),
                mailbox == null ? null : mailbox.address(),
                type,
                text,
                isPublic(item.topic(), part.path("part_type").asText()),
                Times.of(part.path("created_at"), item.now()));
    }

    private static String authorType(JsonNode author) {
        String type = author.path("type").asText();
        if (type.equals("bot") || author.path("from_ai_agent").asBoolean()) {
            return Comment.BOT;
        }
        if (IntercomItem.CUSTOMERS.contains(type)) {
            return Comment.CUSTOMER;
        }
        return COMPANY.contains(type) ? Comment.AGENT : null;
    }

    /** An assignment's text is a reply in the topic of replies, and may be for colleagues in others. */
    private static Boolean isPublic(String topic, String partType) {
        if (partType.startsWith("note")) {
            return false;
        }
        return partType.equals("assignment") && !topic.endsWith(".replied") ? null : true;
    }

    /** A rating that was just given; null if none was: later notifications repeat it. */
    static Rating rating(IntercomItem item, String customerEmail) {
        if (!item.topic().contains(".rating.")) {
            return null;
        }
        JsonNode given = item.item().path("conversation_rating");
        String rating = new Values().text(given.path("rating"), "rating");
        if (rating == null) {
            return null;
        }
        JsonNode time =
                given.has("created_at") ? given.path("created_at") : item.root().path("created_at");
        return new Rating(null, rating, RichText.of(given.path("remark")), customerEmail, Times.of(time, item.now()));
    }
}
