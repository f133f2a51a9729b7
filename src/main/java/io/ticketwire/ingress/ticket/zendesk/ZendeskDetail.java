package io.ticketwire.ingress.ticket.zendesk;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.event.Completeness;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.TranslatedWords;
import io.ticketwire.ingress.ticket.Values;

/**
 * The ticket in an event of Zendesk: as it is after the event, but of people only the ids. Ids are texts, words are in
 * capitals, times have up to nine digits after the second.
 *
 * @param event what happened; may name the customer
 * @param url the ticket's page; null if it is not known
 */
record ZendeskDetail(String id, JsonNode detail, JsonNode event, String url, Instant receivedAt) {

    private static final Set<String> DELETIONS =
            Set.of("soft_deleted", "permanently_deleted", "deleted", "marked_as_spam");

    /** @param what happened, e.g. {@code status_changed} */
    TicketReading after(String what) {
        return DELETIONS.contains(what) ? gone() : asItIs(what);
    }

    /** Nothing but that there is such a ticket. */
    TicketReading reference() {
        return identified().completeness(Completeness.PARTIAL).build();
    }

    /** A deleted ticket may say "SCRUBBED" in every field: what was known of it before is better. */
    private TicketReading gone() {
        return identified()
                .updated(detail.path("updated_at"))
                .deleted(true)
                .completeness(Completeness.PARTIAL)
                .build();
    }

    private TicketReading asItIs(String what) {
        String status = word(detail.path("status"));
        return identified()
                .subject(detail.path("subject"))
                .description(detail.path("description"))
                .status(State.of(status, TranslatedWords::status))
                .priority(State.of(word(detail.path("priority")), TranslatedWords::priority))
                .customer(customerName(), null)
                .assignee(assignee())
                .category(text(word(detail.path("type"))))
                .channel(detail.path("via").path("channel"))
                .tags(detail.path("tags"))
                .created(detail.path("created_at"))
                .updated(detail.path("updated_at"))
                .deleted(StatusWords.isDeletion(status) && !what.equals("undeleted"))
                .completenessOfFields(isUntold(what))
                .build();
    }

    /** A new customer, of whom only the id is sent, or a comment that is not there. */
    private boolean isUntold(String what) {
        return what.equals("requester_changed")
                || what.equals("comment_added") && !event.path("comment").isObject();
    }

    private TicketBuilder identified() {
        return new TicketBuilder(receivedAt).id(text(id)).url(url);
    }

    /** Known only when the customer comments on his own ticket. */
    private JsonNode customerName() {
        JsonNode author = event.path("comment").path("author");
        String authorId = new Values().id(author.path("id"));
        return authorId != null && authorId.equals(new Values().id(detail.path("requester_id")))
                ? author.path("name")
                : null;
    }

    private JsonNode assignee() {
        String assignee = new Values().id(detail.path("assignee_id"));
        return assignee == null || assignee.equals("0") ? null : text(assignee);
    }

    /** In small letters, as the API has it. */
    static String word(JsonNode value) {
        String word = new Values().line(value, "word", Values.MAX_NAME);
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }

    private static JsonNode text(String text) {
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }
}
