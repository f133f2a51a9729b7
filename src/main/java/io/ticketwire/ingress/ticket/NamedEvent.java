package io.ticketwire.ingress.ticket;

import java.util.List;
import java.util.regex.Pattern;

import static io.ticketwire.ingress.ticket.FlatFields.names;

/**
 * What a template of somebody's own says has happened, e.g. {@code "event":"comment_added"}. Templates carry the latest
 * comment and rating whatever happened: without such a word they are no news.
 *
 * @param name null if the template says nothing
 */
public record NamedEvent(String name) {

    private static final List<String> KEYS = names("event event_type event_name action");
    private static final Pattern COMMENT = word("comment|commented|reply|replied|note");
    private static final Pattern RATING = word("satisfaction|rating|rated|csat|survey|feedback");

    public static NamedEvent in(FlatFields fields) {
        return new NamedEvent(fields.word(KEYS));
    }

    public boolean isComment() {
        return name != null && COMMENT.matcher(name).find();
    }

    public boolean isRating() {
        return name != null && RATING.matcher(name).find();
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    }
}
