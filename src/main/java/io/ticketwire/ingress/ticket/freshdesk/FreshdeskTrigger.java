package io.ticketwire.ingress.ticket.freshdesk;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule reacted to, in the words of {@code triggered_event}: <code>{ticket_action:created}</code>,
 * <code>{status:{from:2,to:4}}</code>, <code>{note_type:private}</code>, <code>{reply_sent:sent}</code>. It looks like JSON
 * and is none. Of several changes Freshdesk names the first.
 *
 * @param values the new value of everything that is named
 */
record FreshdeskTrigger(Map<String, String> values) {

    private static final int MAX = 500;
    private static final Pattern PROPERTY =
            Pattern.compile("([a-z_]+)\\s*:\\s*(?:\\{\\s*from\\s*:[^{},]*,\\s*to\\s*:([^{},]*)}|([^{},]+))");
    private static final Set<String> DELETIONS = Set.of("delete", "deleted", "marked_as_spam", "marked_spam", "spam");

    /** @param text null if the payload has none */
    static FreshdeskTrigger of(String text) {
        Map<String, String> values = new HashMap<>();
        Matcher property = PROPERTY.matcher(text == null || text.length() > MAX ? "" : text);
        while (property.find()) {
            String to = property.group(2) == null ? property.group(3) : property.group(2);
            values.put(property.group(1), to.trim());
        }
        return new FreshdeskTrigger(values);
    }

    /** The new value of a property; null if the event is not about it. */
    String now(String property) {
        return values.get(property);
    }

    boolean isDeletion() {
        return DELETIONS.contains(values.getOrDefault("ticket_action", ""));
    }

    boolean isReply() {
        return values.containsKey("reply_sent");
    }

    boolean isPrivateNote() {
        return "private".equals(values.get("note_type"));
    }

    boolean isComment() {
        return isReply() || values.containsKey("note_type");
    }

    boolean isRating() {
        return values.containsKey("customer_feedback");
    }
}
