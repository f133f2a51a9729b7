package io.ticketwire.ingress.ticket.freshdesk;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.ticket.FlatFields;
import io.ticketwire.ingress.ticket.NamedEvent;
import io.ticketwire.ingress.ticket.PlatformHost;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketLinks;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.text.RichText;

import static io.ticketwire.ingress.ticket.FlatFields.names;

/**
 * The content of a Freshdesk webhook: the placeholders that somebody chose, or JSON of his own, or the ticket of the API.
 * Words are the account's own, descriptions are HTML, and there is rarely a time.
 */
final class FreshdeskPayload {

    private static final List<String> ID = names("display_id id ticketid number ticket");
    private static final List<String> LINK = names("url link portal_url public_url");
    private static final List<String> SUBJECT = names("subject title");
    private static final List<String> DESCRIPTION = names("description_text description description_html body");
    private static final List<String> STATUS = names("status_name status_label status");
    private static final List<String> PRIORITY = names("priority_name priority_label priority");
    private static final List<String> SOURCE = names("source_name source channel");
    private static final List<String> NAME =
            names("requester_name contact_name requester contact customer_name customer");
    private static final List<String> FIRST_NAME =
            names("requester_firstname requester_first_name contact_firstname contact_first_name");
    private static final List<String> LAST_NAME =
            names("requester_lastname requester_last_name contact_lastname contact_last_name");
    private static final List<String> EMAIL =
            names("requester_email contact_email contact_primary_email customer_email from_email email");
    private static final List<String> AGENT = names("agent_name agent responder_name responder assignee responder_id");
    private static final List<String> CREATED = names("created_at created_time created");
    private static final List<String> UPDATED = names("updated_at updated_time updated");

    /** Not ticket_satisfaction_survey: that is a block of links to the survey. */
    private static final List<String> RATING =
            names("satisfaction_rating satisfaction_score survey_rating survey_result rating");

    private static final List<String> RATING_COMMENT =
            names("satisfaction_comment satisfaction_feedback survey_comment survey_feedback feedback");

    private final FlatFields fields;
    private final FreshdeskTrigger trigger;
    private final NamedEvent event;
    private final IncomingRequest request;
    private final Connector connector;

    FreshdeskPayload(JsonNode root, IncomingRequest request, Connector connector) {
        this.fields = FlatFields.of(root);
        this.trigger = FreshdeskTrigger.of(fields.text(names("triggered_event")));
        this.event = NamedEvent.in(fields);
        this.request = request;
        this.connector = connector;
    }

    Reading read() {
        String id = TicketLinks.id(fields.id(ID), fields.text(LINK));
        if (id == null) {
            return new Reading.Nothing("no_ticket_id", "There is no id of a ticket: {{ticket.id}}, filled in");
        }
        boolean commented = trigger.isComment() || event.isComment();
        FreshdeskComment said = commented ? FreshdeskComment.in(fields, trigger) : null;
        TicketReading ticket = ticket(id, commented && said == null);
        TicketEvents events = new TicketEvents(null, request, connector).observed(ticket);
        if (said != null) {
            events.said(id, said.comment(ticket));
        }
        String rating = rating();
        if (rating != null) {
            String text = RichText.of(fields.text(RATING_COMMENT));
            events.rated(id, new Rating(null, rating, text, ticket.customerEmail(), null));
        }
        return events.reading();
    }

    private TicketReading ticket(String id, boolean more) {
        String page = PlatformHost.page(connector, "freshdesk.com", "/a/tickets/", id);
        return new TicketBuilder(request.receivedAt())
                .id(text(id))
                .subject(fields.get(SUBJECT))
                .description(fields.get(DESCRIPTION))
                .status(state(fields.word(STATUS), trigger.now("status"), FreshdeskCodes::status))
                .priority(state(fields.word(PRIORITY), trigger.now("priority"), FreshdeskCodes::priority))
                .customer(fields.name(NAME, FIRST_NAME, LAST_NAME), fields.get(EMAIL))
                .assignee(fields.get(AGENT))
                .category(fields.get(names("category type")))
                .channel(text(FreshdeskCodes.source(fields.word(SOURCE))))
                .tags(fields.list("tags", ","))
                .url(page == null ? TicketLinks.forPeople(fields.text(LINK)) : page)
                .created(fields.get(CREATED))
                .updated(fields.get(UPDATED))
                .deleted(trigger.isDeletion())
                .completenessOfFields(more)
                .build();
    }

    /** A word that only this account knows may come with its number, in the event that brought it about. */
    private static State state(String word, String number, UnaryOperator<String> table) {
        State state = State.of(word, table);
        return state.ours() != null || table.apply(number) == null
                ? state
                : new State(word == null ? number : word, table.apply(number));
    }

    /** Null unless the payload says that it is about the rating, or is about nothing else. */
    private String rating() {
        String rating = fields.word(RATING);
        if (trigger.isRating() || event.isRating()) {
            return rating == null ? trigger.now("customer_feedback") : rating;
        }
        return fields.get(SUBJECT) == null && fields.get(STATUS) == null ? rating : null;
    }

    private static JsonNode text(String text) {
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }
}
