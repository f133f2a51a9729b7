package io.ticketwire.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.ticketwire.event.Topics;

/**
 * Which waiting room, and until when: pure functions over the lengths of the rooms.
 *
 * @param lengths ascending, none of them zero
 */
public record Tiers(List<Duration> lengths) {

    /** @throws IllegalArgumentException if the lengths are no ladder of one to eight rungs */
    public Tiers {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty() || lengths.size() > Topics.tierCount()) {
            throw new IllegalArgumentException(
                    "ticketwire.retry.tiers needs 1 to " + Topics.tierCount() + " durations");
        }
        Duration previous = Duration.ZERO;
        for (Duration length : lengths) {
            if (length.compareTo(previous) <= 0) {
                throw new IllegalArgumentException("ticketwire.retry.tiers must ascend from above zero: " + lengths);
            }
            previous = length;
        }
    }

    /** The longest room that fits into what is left to wait; the shortest if none does. */
    public int largestWithin(Duration left) {
        int tier = 0;
        while (tier + 1 < lengths.size() && lengths.get(tier + 1).compareTo(left) <= 0) {
            tier++;
        }
        return tier;
    }

    /**
     * When a delivery leaves its room: after the room's length, but not before its time if that is nearer than another stay
     * in the shortest room. Those behind it wait with it, by less than the shortest room.
     *
     * @param enteredAt when the broker appended it
     * @param notBefore when its next attempt is due
     */
    public Instant leavesAt(int tier, Instant enteredAt, Instant notBefore) {
        Instant over = enteredAt.plus(lengths.get(tier));
        if (!notBefore.isAfter(enteredAt)) {
            return enteredAt;
        }
        Duration left = Duration.between(over, notBefore);
        return left.compareTo(lengths.get(0)) < 0 ? notBefore : over;
    }
}
