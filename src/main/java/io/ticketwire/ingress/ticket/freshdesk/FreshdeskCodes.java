package io.ticketwire.ingress.ticket.freshdesk;

import java.util.Locale;
import java.util.Map;

import io.ticketwire.event.TicketPriority;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.ingress.ticket.TranslatedWords;

/**
 * Freshdesk's numbers for states, priorities and sources, or the words that it displays for them. An account can rename
 * states and add its own, from 8 on: those are known by their words only.
 */
final class FreshdeskCodes {

    private static final Map<String, String> STATUS = Map.of(
            "2", TicketStatus.OPEN,
            "3", TicketStatus.PENDING,
            "4", TicketStatus.RESOLVED,
            "5", TicketStatus.CLOSED,
            "6", TicketStatus.PENDING,
            "7", TicketStatus.ON_HOLD);

    private static final Map<String, String> PRIORITY = Map.of(
            "1", TicketPriority.LOW,
            "2", TicketPriority.MEDIUM,
            "3", TicketPriority.HIGH,
            "4", TicketPriority.URGENT);

    private static final Map<String, String> SOURCE = Map.of(
            "1", "email",
            "2", "portal",
            "3", "phone",
            "7", "chat",
            "9", "feedback widget",
            "10", "outbound email",
            "15", "web chat",
            "e-mail", "email");

    private FreshdeskCodes() {}

    /** One of ours but never new, which Freshdesk does not have; null for what is not known. */
    static String status(String raw) {
        String known = raw == null ? null : STATUS.getOrDefault(raw, TranslatedWords.status(raw));
        return TicketStatus.NEW.equals(known) ? TicketStatus.OPEN : known;
    }

    /** One of ours; null for what is not known. */
    static String priority(String raw) {
        return raw == null ? null : PRIORITY.getOrDefault(raw, TranslatedWords.priority(raw));
    }

    /** The word in small letters; a number that is not known stays what it is. */
    static String source(String raw) {
        String word = raw == null ? "" : raw.toLowerCase(Locale.ROOT);
        return raw == null ? null : SOURCE.getOrDefault(word, word);
    }
}
