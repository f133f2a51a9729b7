package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message after the reports on it. The reports may have any order but for what only describes the message: there the
 * first one that says something counts.
 *
 * @param error JSON, of the state
 */
record MessageNow(
        UUID id,
        UUID connectorId,
        String messageId,
        String provider,
        String channel,
        String direction,
        String sender,
        String recipient,
        String subject,
        Standing standing,
        UUID ticketId,
        Instant deletedAt) {

    /**
     * The state with what belongs to it.
     *
     * @param state null if no report tells of one
     * @param height of two the higher one holds
     */
    record Standing(MessageState state, long height, Instant at, String error) {

        private static final Standing NONE = new Standing(null, MessageState.NOTHING, null, null);

        static Standing of(MessageReport report) {
            MessageState state = report.state();
            if (state == null) {
                return NONE;
            }
            Instant at = report.event().time();
            return new Standing(state, state.standing(at), at, report.error());
        }

        Standing or(Standing other) {
            return other.height > height ? other : this;
        }

        String word() {
            return state == null ? null : state.word();
        }
    }

    /** The messages that the reports are about, each once. */
    static Collection<MessageNow> after(List<MessageReport> reports) {
        Map<UUID, MessageNow> messages = new LinkedHashMap<>();
        reports.forEach(report -> messages.merge(report.id(), of(report), MessageNow::and));
        return messages.values();
    }

    private static MessageNow of(MessageReport report) {
        return new MessageNow(
                report.id(),
                report.event().connectorId(),
                report.messageId(),
                report.word("provider"),
                report.word("channel"),
                report.word("direction"),
                report.word("from"),
                report.word("to"),
                report.text("subject"),
                Standing.of(report),
                report.ticketId(),
                report.deletedAt());
    }

    private MessageNow and(MessageNow later) {
        return new MessageNow(
                id,
                connectorId,
                messageId,
                or(provider, later.provider),
                or(channel, later.channel),
                or(direction, later.direction),
                or(sender, later.sender),
                recipient,
                or(subject, later.subject),
                standing.or(later.standing),
                or(ticketId, later.ticketId),
                or(deletedAt, later.deletedAt));
    }

    private static <T> T or(T first, T second) {
        return first != null ? first : second;
    }
}
