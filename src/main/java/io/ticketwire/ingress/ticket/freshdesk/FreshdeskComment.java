package io.ticketwire.ingress.ticket.freshdesk;

import java.util.List;

import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.FlatFields;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.text.RichText;

import static io.ticketwire.ingress.ticket.FlatFields.names;

/**
 * The latest comment as Freshdesk's placeholders write it: {@code Jane : <div>Thanks</div>}.
 *
 * @param author null if no name stands before the text
 * @param isPublic null if the payload does not say
 * @param byAgent the event says so; else anybody may have written it
 */
record FreshdeskComment(String author, String text, Boolean isPublic, boolean byAgent) {

    private static final String ANY = "latest_comment comment comment_body reply reply_body note note_body message";
    private static final List<String> PUBLIC = names("latest_public_comment " + ANY);
    private static final List<String> PRIVATE = names("latest_private_comment " + ANY);
    private static final List<String> IS_PUBLIC = names("is_public public comment_public");
    private static final String SEPARATOR = " : ";
    private static final int MAX_NAME = 100;

    /** The comment that the trigger tells of, or if it tells of none, the one that is there; null if there is none. */
    static FreshdeskComment in(FlatFields fields, FreshdeskTrigger trigger) {
        if (trigger.isPrivateNote()) {
            return of(fields.text(PRIVATE), false, true);
        }
        if (trigger.isComment()) {
            return of(fields.text(PUBLIC), true, trigger.isReply());
        }
        String visible = fields.text(names("latest_public_comment"));
        String hidden = fields.text(names("latest_private_comment"));
        if (visible != null || hidden != null) {
            return of(visible == null ? hidden : visible, visible != null, visible == null);
        }
        return of(fields.text(names(ANY)), fields.flag(IS_PUBLIC), false);
    }

    private static FreshdeskComment of(String raw, Boolean isPublic, boolean byAgent) {
        if (raw == null) {
            return null;
        }
        int end = raw.indexOf(SEPARATOR);
        boolean named = end > 0 && end <= MAX_NAME && raw.lastIndexOf('<', end) < 0 && raw.lastIndexOf('\n', end) < 0;
        String author = named ? raw.substring(0, end) : null;
        String text = RichText.of(named ? raw.substring(end + SEPARATOR.length()) : raw);
        return text == null ? null : new FreshdeskComment(author, text, isPublic, byAgent);
    }

    /** In the words of the contract. Customers are told by their name: Freshdesk gives no other sign. */
    Comment comment(TicketReading ticket) {
        boolean byCustomer = !byAgent && author != null && author.equals(ticket.customerName());
        return new Comment(
                null,
                author,
                byCustomer ? ticket.customerEmail() : null,
                byCustomer ? Comment.CUSTOMER : byAgent ? Comment.AGENT : null,
                text,
                isPublic,
                null);
    }
}
