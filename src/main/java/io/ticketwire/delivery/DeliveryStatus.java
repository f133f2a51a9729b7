package io.ticketwire.delivery;

import java.util.List;
import java.util.stream.Stream;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Attempt.Outcome;

/** The words for what has become of a delivery: that nothing was tried yet, or the outcome of the last attempt. */
public final class DeliveryStatus {
    public static final String PENDING = "pending";

    static final List<String> ALL = Stream.concat(
                    Stream.of(PENDING), Stream.of(Attempt.Outcome.values()).map(Attempt.Outcome::word))
            .toList();

    /** Those that the column {@code trouble} holds; it is null for all others. */
    public static final List<String> TROUBLE = Stream.of(
                    Outcome.RETRYING, Outcome.DEAD, Outcome.FAILED, Outcome.SKIPPED)
            .map(Outcome::word)
            .toList();

    private DeliveryStatus() {}
}
