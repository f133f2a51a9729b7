package io.ticketwire.ingress.ticket;

import java.util.List;
import java.util.Map;

import io.ticketwire.event.TicketPriority;

/**
 * A source's word for a ticket's priority, in ours. Of "1 - Critical" the word counts, not the digit: 1 is low in
 * Freshdesk and the most urgent in ITIL tools, so a bare number is understood only where the platform is known.
 */
public final class PriorityWords {
    private static final Map<String, String> WORDS = WordTable.of(Map.of(
            TicketPriority.URGENT,
            "urgent, critical, emergency, p0, p1, s1, sev0, sev1, sev 0, sev 1, immediate, blocker, highest, very high,"
                    + " asap, showstopper",
            TicketPriority.HIGH,
            "high, p2, s2, sev2, sev 2, major, important",
            TicketPriority.MEDIUM,
            "medium, normal, moderate, default, standard, p3, s3, sev3, sev 3",
            TicketPriority.LOW,
            "low, lowest, very low, minor, trivial, planning, p4, p5, s4, sev4, sev5, sev 4, sev 5, none urgent, non urgent,"
                    + " not urgent"));

    private static final List<String> NOUNS = List.of(" priority", " response", " urgency");

    private PriorityWords() {}

    /** One of low, medium, high, urgent; null for a word that is not known, a number or null. */
    public static String of(String raw) {
        if (raw == null || raw.length() > 100) {
            return null;
        }
        return WordTable.find(WORDS, raw, PriorityWords::withoutNoun);
    }

    private static String withoutNoun(String word) {
        for (String noun : NOUNS) {
            if (word.endsWith(noun)) {
                return WORDS.get(word.substring(0, word.length() - noun.length()));
            }
        }
        return null;
    }
}
