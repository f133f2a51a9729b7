package io.ticketwire.ingress.ticket.intercom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Completeness;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.CleanText;
import io.ticketwire.text.RichText;

/**
 * The conversation or ticket of a notification of Intercom, in the forms of its API before and since 2.0.
 *
 * @param topic empty if the item came without a notification around it
 * @param root the notification, or the item itself
 * @param envelope what the notification gives as its item: the conversation or ticket itself, or something around it
 * @param item the conversation or ticket
 * @param now when it arrived
 */
record IntercomItem(
        String topic,
        boolean isTicket,
        JsonNode root,
        JsonNode envelope,
        JsonNode item,
        Connector connector,
        Instant now) {

    /** How Intercom calls the people who are not of the company. */
    static final Set<String> CUSTOMERS = Set.of("user", "lead", "contact", "visitor");

    private static final String HOST = "https://app.intercom.com";
    private static final int SUBJECT_OF_BODY = 80;
    private static final Pattern IN_A_PATH = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Null if the topic is about something else, or there is no item. */
    static IntercomItem of(JsonNode root, Connector connector, Instant now) {
        String topic = root.path("topic").asText();
        JsonNode given = root.path("data").path("item");
        JsonNode envelope = given.isObject() ? given : root;
        String kind = topic.isEmpty() ? envelope.path("type").asText() : topic;
        boolean isTicket = kind.equals("ticket") || kind.startsWith("ticket.");
        if (!isTicket && !kind.startsWith("conversation") || !topic.isEmpty() && !given.isObject()) {
            return null;
        }
        JsonNode item = inner(envelope, isTicket ? "ticket" : "conversation");
        return new IntercomItem(topic, isTicket, root, envelope, item, connector, now);
    }

    /** A conversation has its ticket in it, so only what is not named itself is looked into. */
    private static JsonNode inner(JsonNode envelope, String kind) {
        JsonNode inner = envelope.path(kind);
        return inner.isObject() && !envelope.path("type").asText().equals(kind) ? inner : envelope;
    }

    TicketReading read() {
        JsonNode id = id();
        TicketBuilder builder =
                new TicketBuilder(now).id(id).url(url(id.asText())).updated(updated());
        if (topic.endsWith(".deleted")) {
            return builder.deleted(true).completeness(Completeness.PARTIAL).build();
        }
        if (!item.has("created_at")) {
            // Who takes part has changed: an item that says little more than which one it is.
            return fields(builder).completeness(Completeness.THIN).build();
        }
        TicketReading ticket = fields(builder).build();
        return ticket.customerEmail() == null
                ? builder.completeness(Completeness.PARTIAL).build()
                : ticket;
    }

    private TicketBuilder fields(TicketBuilder builder) {
        JsonNode customer = customer();
        builder.customer(customer.path("name"), customer.path("email"))
                .assignee(item.path("assignee").path("name"))
                .created(item.path("created_at"));
        return isTicket ? ticket(builder, item).channel(item.path("channel")) : conversation(builder);
    }

    private TicketBuilder conversation(TicketBuilder builder) {
        builder.subject(subject())
                .description(opening().path("body"))
                .priority(IntercomStates.priority(item.path("priority")))
                .tags(item.path("tags").path("tags"));
        JsonNode ticket = item.path("ticket");
        boolean becameTicket = ticket.isObject()
                && ticket.path("id").asText().equals(item.path("id").asText());
        // Notifications of the ticket have the same id: the two must say the same, or each undoes the other.
        return becameTicket
                ? ticket(builder, ticket)
                : builder.status(IntercomStates.ofConversation(item))
                        .channel(item.path("source").path("type"));
    }

    private TicketBuilder ticket(TicketBuilder builder, JsonNode ticket) {
        JsonNode attributes =
                ticket.has("ticket_attributes") ? ticket.path("ticket_attributes") : ticket.path("custom_attributes");
        JsonNode title = valueOf(attributes.path("_default_title_"));
        if (title.isTextual()) {
            builder.subject(title);
        }
        JsonNode description = valueOf(attributes.path("_default_description_"));
        if (description.isTextual()) {
            builder.description(description);
        }
        return builder.status(IntercomStates.ofTicket(ticket, item.path("open")))
                .category(ticket.has("ticket_type") ? ticket.path("ticket_type") : ticket.path("category"));
    }

    private static JsonNode valueOf(JsonNode attribute) {
        return attribute.isObject() ? attribute.path("value") : attribute;
    }

    /** Null if the item came by itself: its own id is no event's. */
    String notificationId() {
        return envelope == root ? null : ProviderEventId.of(root.path("id"));
    }

    private JsonNode id() {
        if (item.has("id")) {
            return item.path("id");
        }
        return item.has("conversation_id")
                ? item.path("conversation_id")
                : item.path("model").path("id");
    }

    private JsonNode updated() {
        JsonNode given = item.has("updated_at") ? item : item.path("model");
        return given.has("updated_at") ? given.path("updated_at") : root.path("created_at");
    }

    /** The message that began the conversation. */
    JsonNode opening() {
        return item.path("source").isObject() ? item.path("source") : item.path("conversation_message");
    }

    /** Chats have no subject: the beginning of what was asked has to do. */
    private JsonNode subject() {
        Values values = new Values();
        for (JsonNode given : List.of(item.path("title"), opening().path("subject"))) {
            if (values.text(given, "subject") != null) {
                return given;
            }
        }
        String body = RichText.of(opening().path("body"));
        return body == null ? null : TextNode.valueOf(CleanText.cut(CleanText.oneLine(body), SUBJECT_OF_BODY));
    }

    /** Whoever of those named is no bot and of the company, best one with an address. */
    private JsonNode customer() {
        List<JsonNode> people =
                new ArrayList<>(List.of(item.path("user"), opening().path("author")));
        JsonNode contact = item.path("contacts").path("contacts").path(0);
        people.add(contact);
        for (JsonNode part : IntercomParts.all(this)) {
            JsonNode author = part.path("author");
            if (contact.isMissingNode()
                    || author.path("id").asText().equals(contact.path("id").asText())) {
                people.add(author);
            }
        }
        people.removeIf(person -> !person.equals(contact)
                && !CUSTOMERS.contains(person.path("type").asText()));
        return people.stream()
                .filter(person -> EmailAddresses.parse(person.path("email").textValue()) != null)
                .findFirst()
                .orElseGet(() -> people.get(0));
    }

    private String url(String id) {
        String app = root.path("app_id").asText();
        if (!IN_A_PATH.matcher(app).matches() || !IN_A_PATH.matcher(id).matches()) {
            return item.path("links").path("conversation_web").textValue();
        }
        String host = connector.baseUrl() == null ? HOST : connector.baseUrl();
        return host + "/a/inbox/" + app + "/inbox/conversation/" + id;
    }
}
