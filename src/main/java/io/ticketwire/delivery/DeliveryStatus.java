package io.ticketwire.delivery;

import java.util.List;
import java.util.stream.Stream;

import io.ticketwire.event.Attempt;

/** The words for what has become of a delivery: that nothing was tried yet, or the outcome of the last attempt. */
final class DeliveryStatus {
    static final String PENDING = "pending";

    static final List<String> ALL = Stream.concat(
                    Stream.of(PENDING), Stream.of(Attempt.Outcome.values()).map(Attempt.Outcome::word))
            .toList();

    private DeliveryStatus() {}
}
