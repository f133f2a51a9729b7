package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.ticketwire.event.EventType;

/**
 * Where a message is. Reports come late, twice and in any order; what is furthest on its way holds:
 *
 * <pre>
 *   rank    0         1                  2            3
 *           queued -> sent, deferred -> delivered -> read
 *              \\           \\                \\          \\
 *               +-----------+-----------------+-----------+--> failed: for good
 *
 *           received: to us, which is all that can be said of it
 * </pre>
 */
enum MessageState {
    RECEIVED(0),
    QUEUED(0),
    SENT(1),
    DEFERRED(1),
    DELIVERED(2),
    READ(3),
    FAILED(4);

    /** Below every state. */
    static final long NOTHING = -1;

    static final List<String> WORDS =
            Arrays.stream(values()).map(MessageState::word).toList();

    private static final int RANK_BITS = 52;
    private static final long LAST_SECOND = 1L << 37;

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    /** The state on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state that an event tells of; null if it leaves it as it was. */
    static MessageState of(EventType type) {
        return switch (type) {
            case MESSAGE_INCOMING -> RECEIVED;
            case MESSAGE_QUEUED -> QUEUED;
            case MESSAGE_SENT -> SENT;
            case MESSAGE_DEFERRED -> DEFERRED;
            case MESSAGE_DELIVERED -> DELIVERED;
            case MESSAGE_READ, EMAIL_OPENED, EMAIL_CLICKED -> READ;
            case MESSAGE_FAILED, EMAIL_BOUNCED -> FAILED;
            default -> null;
        };
    }

    /**
     * How high a report of this state stands: a higher one takes the place of a lower one, an equal one does not. By rank,
     * then by time, then, of one and the same time, by the order above. No failure stands higher than another.
     *
     * @param at by the source's clock
     */
    long standing(Instant at) {
        if (this == FAILED) {
            return Long.MAX_VALUE;
        }
        long second = Math.max(0, Math.min(at.getEpochSecond(), LAST_SECOND));
        long millis = second * 1_000 + at.getNano() / 1_000_000;
        return ((long) rank << RANK_BITS) + millis * values().length + ordinal();
    }
}
