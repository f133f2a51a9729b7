package io.ticketwire.delivery.recovery;

import java.util.Set;

import io.ticketwire.delivery.DeliveryStatus;
import io.ticketwire.event.Attempt.Outcome;

/**
 * Whether a recovery makes a delivery again, by what there is of it: a pure function.
 *
 * <pre>
 *                         only failed   only missing        all
 *   no delivery               -         if subscribed   if subscribed
 *   pending                   -              -               -          on its way
 *   retrying, failed, dead   yes             -          if subscribed
 *   skipped                   -             yes         if subscribed
 *   delivered                 -              -          if subscribed
 * </pre>
 */
final class Choice {

    private static final Set<String> FAILED =
            Set.of(Outcome.RETRYING.word(), Outcome.FAILED.word(), Outcome.DEAD.word());

    private Choice() {}

    /**
     * @param status of the delivery; null if there is none
     * @param subscribed whether the endpoint wants the event now
     */
    static boolean wanted(Only only, String status, boolean subscribed) {
        if (status == null) {
            return only != Only.FAILED && subscribed;
        }
        return switch (only) {
            case FAILED -> FAILED.contains(status);
            case MISSING -> status.equals(Outcome.SKIPPED.word());
            case ALL -> subscribed && !status.equals(DeliveryStatus.PENDING);
        };
    }
}
