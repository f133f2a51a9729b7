package io.ticketwire.intelligence.history;

import java.util.Locale;
import java.util.UUID;

import io.ticketwire.event.Ids;

/**
 * A message that was read.
 *
 * @param words the same for the same words; null if it is no message of its own, as when a ticket gets another subject, or of an
 *     automatic reply
 * @param sentiment from -2 (very negative) to 2 (very positive)
 * @param hostility from 0 (none) to 2 (hostile)
 * @param escalation from 0 to 100
 * @param grounds why it would escalate a ticket that it has overtaken, see {@link Alarm#grounds}; null if it would not
 * @param alarm why it escalated its ticket; null if it did not
 */
public record Read(
        Origin origin, Long words, int sentiment, int hostility, int escalation, AlarmKind grounds, AlarmKind alarm) {

    UUID eventId() {
        return origin.eventId();
    }

    /** Whether somebody turned to us by it. */
    boolean isMessage() {
        return words != null;
    }

    /** What {@link #words} is for a text. */
    public static long wordsOf(String cleaned) {
        return Ids.of(cleaned.strip().toLowerCase(Locale.ROOT)).getMostSignificantBits();
    }
}
