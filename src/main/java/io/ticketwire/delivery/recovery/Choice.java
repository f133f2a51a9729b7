package io.ticketwire.delivery.recovery;

import java.time.Instant;
import java.util.Set;

import io.ticketwire.delivery.DeliveryStatus;
import io.ticketwire.event.Attempt.Outcome;

/**
 * Whether a recovery makes a delivery again, by what there is of it: a pure function.
 *
 * <pre>
 *                         only failed   only missing     all
 *   no delivery               -         if subscribed   if subscribed
 *   pending, older            -              -               -          on its way
 *   pending, newer           yes            yes             yes         maybe made by us, before a crash
 *   retrying, failed, dead   yes             -          if subscribed
 *   skipped                   -             yes         if subscribed
 *   delivered                 -              -          if subscribed
 * </pre>
 *
 * "Newer" is: not older than the recovery.
 */
final class Choice {

    private static final Set<String> FAILED =
            Set.of(Outcome.RETRYING.word(), Outcome.FAILED.word(), Outcome.DEAD.word());

    /** A delivery that there is. */
    record Known(String status, Instant createdAt) {}

    private Choice() {}

    /**
     * @param known null if there is no delivery
     * @param subscribed whether the endpoint wants the event now
     * @param begun when the recovery was created
     */
    static boolean wanted(Only only, Known known, boolean subscribed, Instant begun) {
        if (known == null) {
            return only != Only.FAILED && subscribed;
        }
        if (known.status().equals(DeliveryStatus.PENDING)) {
            return !known.createdAt().isBefore(begun);
        }
        return switch (only) {
            case FAILED -> FAILED.contains(known.status());
            case MISSING -> known.status().equals(Outcome.SKIPPED.word());
            case ALL -> subscribed;
        };
    }
}
