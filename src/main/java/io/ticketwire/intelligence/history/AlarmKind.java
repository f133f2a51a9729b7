package io.ticketwire.intelligence.history;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.ticketwire.event.Ids;

/** Why a message escalates its ticket, from the least to the most. */
public enum AlarmKind {
    /** Much speaks for it, by the rules. */
    SCORE,
    /** A customer who is angry by now was content, or at least calm, before. */
    MOOD,
    /** Insults or threats. */
    HOSTILITY;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of a kind; null for null. */
    static String word(AlarmKind kind) {
        return kind == null ? null : kind.word();
    }

    /** The kind of a word; empty for null. */
    static Optional<AlarmKind> of(String word) {
        return Optional.ofNullable(word).map(known -> valueOf(known.toUpperCase(Locale.ROOT)));
    }

    /** The id of the event that escalates the ticket for this, because of a message: the same however often it is read. */
    public UUID eventId(UUID causeId) {
        return Ids.of(causeId, "ticket.escalated:" + word());
    }
}
