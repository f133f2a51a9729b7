package io.ticketwire.ingress.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An action that somebody asks for in writing: a word for it and one for the ticket, such as {@code approve 4711} or
 * {@code Ack #ZD-4711}. Without a digit in the second word it is conversation: {@code reject this}.
 */
public record WrittenAction(String action, String ticketId) {

    private static final int MAX_LENGTH = 280;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<String, String> ACTIONS = Map.of(
            "approve", "approve",
            "reject", "reject",
            "ack", "ack",
            "acknowledge", "ack",
            "escalate", "escalate");

    /** The action that the whole text asks for; empty if it is anything else, or null. */
    public static Optional<WrittenAction> of(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String[] words = BLANKS.split(text.strip());
        if (words.length != 2) {
            return Optional.empty();
        }
        String action = ACTIONS.get(words[0].toLowerCase(Locale.ROOT));
        String ticket = words[1].startsWith("#") ? words[1].substring(1) : words[1];
        boolean asked = action != null && ticket.chars().anyMatch(Character::isDigit);
        return asked ? Optional.of(new WrittenAction(action, ticket)) : Optional.empty();
    }
}
