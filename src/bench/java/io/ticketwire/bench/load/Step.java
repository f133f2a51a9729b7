package io.ticketwire.bench.load;

import java.util.Optional;

import io.ticketwire.event.EventType;
import io.ticketwire.event.Topic;

/**
 * Where a customer's message passes on its way to an alarm:
 *
 * <pre>
 *   POST --> inbound --> tracker, outbox --> tickets --> intelligence --> inbound --> tracker, outbox --> insights, tickets
 *           RECEIVED                         TRACKED                       READ                          ANALYZED  ESCALATED
 * </pre>
 */
public enum Step {
    RECEIVED,
    TRACKED,
    READ,
    ANALYZED,
    ESCALATED;

    /** What an event on a topic says of its message; empty if nothing. */
    static Optional<Step> of(Topic topic, String type) {
        boolean analyzed = type.equals(EventType.TICKET_ANALYZED.type());
        boolean escalated = type.equals(EventType.TICKET_ESCALATED.type());
        return Optional.ofNullable(
                switch (topic) {
                    case INBOUND -> analyzed ? READ : escalated ? null : RECEIVED;
                    case TICKETS -> escalated ? ESCALATED : isMessage(type) ? TRACKED : null;
                    case INSIGHTS -> analyzed ? ANALYZED : null;
                    default -> null;
                });
    }

    private static boolean isMessage(String type) {
        return type.equals(EventType.TICKET_CREATED.type()) || type.equals(EventType.CONVERSATION_ADDED.type());
    }

    /** Whether a message has to come here. */
    boolean isWayOf(boolean hostile) {
        return hostile || this != ESCALATED;
    }
}
