package io.ticketwire.ingress.ticket.zendesk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.FlatFields;
import io.ticketwire.ingress.ticket.NamedEvent;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketLinks;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.TranslatedWords;
import io.ticketwire.text.RichText;

import static io.ticketwire.ingress.ticket.FlatFields.names;

/**
 * JSON that an admin typed into a trigger or an automation of Zendesk, with placeholders in it: any keys, and for values the
 * words that people see, in their language. The ticket of Zendesk's API is understood as well.
 *
 * @see <a href="https://support.zendesk.com/hc/en-us/articles/4408886858138">Zendesk placeholders reference</a>
 */
final class ZendeskTemplate {

    private static final List<String> ID = names("id ticketid zendesk_id zendesk_ticket_id number ticket");
    private static final List<String> LINK = names("link url ticketlink ticketurl");
    private static final List<String> SUBJECT = names("subject title raw_subject summary");
    private static final List<String> DESCRIPTION = names("description first_comment details body content");
    private static final List<String> STATUS = names("status status_name state");
    private static final List<String> PRIORITY = names("priority priority_name");
    private static final List<String> REQUESTER = names("requester_name requester_full_name requester customer_name"
            + " customer end_user_name end_user via_source_from_name");
    private static final List<String> FIRST_NAME = names("requester_first_name");
    private static final List<String> LAST_NAME = names("requester_last_name");
    private static final List<String> EMAIL =
            names("requester_email customer_email end_user_email email via_source_from_address");
    private static final List<String> ASSIGNEE = names("assignee_name assignee assigned_to agent_name assignee_id");
    private static final List<String> CATEGORY = names("type category");
    private static final List<String> CHANNEL = names("via_channel via channel");
    private static final List<String> CREATED = names("created_at_with_timestamp created_at created");
    private static final List<String> UPDATED = names("updated_at_with_timestamp updated_at last_updated_at updated");

    private static final Pattern COMMENT_HEAD = Pattern.compile("\\A-{20,100}\\n{1,2}[^\\n]{1,250}\\n\\n");

    private static final List<String> PUBLIC_COMMENT = names("latest_public_comment latest_public_comment_body");
    private static final List<String> COMMENT = names("latest_public_comment latest_public_comment_body"
            + " latest_comment latest_comment_body comment comment_body message");
    private static final List<String> IS_PUBLIC = names(
            "latest_public_comment_is_public" + " latest_comment_is_public comment_is_public comment_public is_public");
    private static final List<String> AUTHOR = names("latest_public_comment_author_name latest_comment_author_name"
            + " comment_author_name comment_author author_name author");

    private static final List<String> RATING = names("satisfaction_current_rating satisfaction_rating_score"
            + " satisfaction_rating satisfaction_score satisfaction rating csat");
    private static final List<String> RATING_COMMENT =
            names("satisfaction_current_comment satisfaction_rating_comment satisfaction_comment rating_comment");
    private static final Set<String> NOT_RATED = Set.of("offered", "unoffered");

    private final FlatFields fields;
    private final NamedEvent event;
    private final IncomingRequest request;
    private final Connector connector;

    ZendeskTemplate(JsonNode root, IncomingRequest request, Connector connector) {
        this.fields = FlatFields.of(root);
        this.event = NamedEvent.in(fields);
        this.request = request;
        this.connector = connector;
    }

    Reading read() {
        String id = TicketLinks.id(fields.id(ID), fields.text(LINK));
        if (id == null) {
            return new Reading.Nothing("no_ticket_id", "There is no id of a ticket: {{ticket.id}}, filled in");
        }
        TicketEvents events =
                new TicketEvents(ZendeskProvider.invocation(request), request, connector).observed(ticket(id));
        if (event.isComment() && fields.get(COMMENT) != null) {
            events.said(id, comment());
        }
        if (isRated()) {
            String comment = RichText.of(fields.text(RATING_COMMENT));
            events.rated(id, new Rating(null, fields.word(RATING), comment, customerEmail(), null));
        }
        return events.reading();
    }

    private TicketReading ticket(String id) {
        String status = fields.word(STATUS);
        String page = ZendeskProvider.page(connector, id);
        return new TicketBuilder(request.receivedAt())
                .id(text(id))
                .subject(fields.get(SUBJECT))
                .description(text(description()))
                .status(State.of(status, TranslatedWords::status))
                .priority(State.of(fields.word(PRIORITY), TranslatedWords::priority))
                .customer(fields.name(REQUESTER, FIRST_NAME, LAST_NAME), fields.get(EMAIL))
                .assignee(fields.get(ASSIGNEE))
                .category(text(lower(fields.word(CATEGORY))))
                .channel(text(channel()))
                .tags(fields.list("tags", " ,\n"))
                .url(page == null ? TicketLinks.forPeople(fields.text(LINK)) : page)
                .created(fields.get(CREATED))
                .updated(fields.get(UPDATED))
                .deleted(StatusWords.isDeletion(status))
                .completenessOfFields(event.isComment() && fields.get(COMMENT) == null)
                .build();
    }

    /** Of the first comment only what was written: the placeholder puts its author and date before it. */
    private String description() {
        String description = fields.text(DESCRIPTION);
        return description == null ? null : COMMENT_HEAD.matcher(description).replaceFirst("");
    }

    /** As the API and the events name it; the placeholder says "Mail". */
    private String channel() {
        String channel = lower(fields.word(CHANNEL));
        return channel == null || !channel.equals("mail") && !channel.equals("e-mail") ? channel : "email";
    }

    private Comment comment() {
        Boolean isPublic = fields.flag(IS_PUBLIC);
        return new Comment(
                null,
                fields.word(AUTHOR),
                null,
                null,
                RichText.of(fields.text(COMMENT)),
                isPublic == null && fields.get(PUBLIC_COMMENT) != null ? Boolean.TRUE : isPublic,
                null);
    }

    /** The payload says that it is about the rating, or it is about nothing else. */
    private boolean isRated() {
        String rating = lower(fields.word(RATING));
        return rating != null
                && !NOT_RATED.contains(rating)
                && (event.isRating() || fields.get(SUBJECT) == null && fields.get(STATUS) == null);
    }

    private String customerEmail() {
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(fields.text(EMAIL));
        return mailbox == null ? null : mailbox.address();
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static JsonNode text(String text) {
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }
}
