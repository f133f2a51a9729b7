package io.ticketwire.ingress.ticket.zendesk;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.RichText;

/**
 * An event that a Zendesk webhook subscribed to: the ticket in {@code detail}, what happened to it in {@code event}. One
 * change in Zendesk makes an event for every field.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/">Ticket events</a>
 */
final class ZendeskEvent {

    private static final String PREFIX = "zen:event-type";
    private static final String SUBJECT = "zen:ticket:";
    private static final Set<String> NOT_RATED = Set.of("offered", "unoffered");

    private final Values values = new Values();
    private final JsonNode root;
    private final JsonNode detail;
    private final JsonNode event;
    private final IncomingRequest request;
    private final Connector connector;
    private final TicketEvents events;

    ZendeskEvent(JsonNode root, IncomingRequest request, Connector connector) {
        this.root = root;
        this.detail = root.path("detail");
        this.event = root.path("event");
        this.request = request;
        this.connector = connector;
        String id = ProviderEventId.of(root.path("id"));
        this.events = new TicketEvents(id != null ? id : ZendeskProvider.invocation(request), request, connector);
    }

    static boolean isOne(JsonNode root) {
        return root.path("type").isTextual() && root.path("type").textValue().startsWith(PREFIX);
    }

    Reading read() {
        String type = root.path("type").textValue().substring(PREFIX.length());
        int dot = type.indexOf('.');
        // The separator before the resource is a colon, on some pages of the documentation a slash.
        String resource = dot < 1 ? "" : type.substring(1, dot);
        String what = type.substring(dot + 1);
        return switch (resource) {
            case "ticket" -> of(ticketId(), id -> ticket(id, what));
            case "messaging_ticket" -> of(ticketId(), id -> messaging(id, what));
            case "satisfaction_rating" -> of(values.id(detail.path("ticket_id")), id -> rated(id, detail));
            default -> new Reading.Nothing("not_about_a_ticket", "The event is about something else than a ticket");
        };
    }

    private Reading of(String ticketId, Consumer<String> reading) {
        if (ticketId == null) {
            return new Reading.Nothing("no_ticket_id", "The event does not say which ticket it is about");
        }
        reading.accept(ticketId);
        return events.isEmpty() ? new Reading.Nothing("no_rating", "The customer has not rated yet") : events.reading();
    }

    private void ticket(String id, String what) {
        events.observed(detail(id).after(what));
        JsonNode comment = event.path("comment");
        if (what.equals("comment_added") && comment.isObject()) {
            events.said(id, comment(comment));
        } else if (what.equals("csat_received")) {
            rated(id, event.path("satisfaction_score"));
        }
    }

    private Comment comment(JsonNode comment) {
        JsonNode author = comment.path("author");
        String plain = RichText.of(comment.path("body"));
        return new Comment(
                values.id(comment.path("id")),
                values.line(author.path("name"), "author_name", Values.MAX_NAME),
                null,
                authorType(author.path("is_staff")),
                plain == null ? RichText.of(comment.path("html_body")) : plain,
                comment.path("is_public").isBoolean()
                        ? comment.path("is_public").booleanValue()
                        : null,
                time());
    }

    private static String authorType(JsonNode isStaff) {
        if (!isStaff.isBoolean()) {
            return null;
        }
        return isStaff.booleanValue() ? Comment.AGENT : Comment.CUSTOMER;
    }

    /** A message in a chat: of the ticket only its id is sent. */
    private void messaging(String id, String what) {
        events.observed(detail(id).reference());
        JsonNode message = event.path("message");
        if (what.equals("message_added") && message.isObject()) {
            JsonNode actor = event.path("actor");
            events.said(
                    id,
                    new Comment(
                            values.id(message.path("id")),
                            values.line(actor.path("name"), "author_name", Values.MAX_NAME),
                            null,
                            actorType(actor),
                            RichText.of(message.path("body")),
                            true,
                            time()));
        }
    }

    private String actorType(JsonNode actor) {
        String id = values.id(actor.path("id"));
        if (id != null && id.startsWith("zd:")) {
            return Comment.BOT; // zd:answerBot and its kind, whatever their type
        }
        String type = ZendeskDetail.word(actor.path("type"));
        return switch (type == null ? "" : type) {
            case "end_user", "end-user", "user" -> Comment.CUSTOMER;
            case "agent", "admin" -> Comment.AGENT;
            case "bot", "system" -> Comment.BOT;
            default -> null;
        };
    }

    private void rated(String ticketId, JsonNode given) {
        String score = ZendeskDetail.word(given.isObject() ? given.path("score") : given);
        if (score != null && !NOT_RATED.contains(score)) {
            String comment = RichText.of(given.path("comment"));
            events.rated(ticketId, new Rating(values.id(given.path("id")), score, comment, null, time()));
        }
    }

    private ZendeskDetail detail(String id) {
        return new ZendeskDetail(id, detail, event, ZendeskProvider.page(connector, id), request.receivedAt());
    }

    /** Of the detail, or of {@code "subject":"zen:ticket:4711"}. */
    private String ticketId() {
        String id = values.id(detail.path("id"));
        String subject = root.path("subject").isTextual() ? root.path("subject").textValue() : "";
        return id != null || !subject.startsWith(SUBJECT)
                ? id
                : values.id(JsonNodeFactory.instance.textNode(subject.substring(SUBJECT.length())));
    }

    private Instant time() {
        return Times.of(root.path("time"), request.receivedAt());
    }
}
