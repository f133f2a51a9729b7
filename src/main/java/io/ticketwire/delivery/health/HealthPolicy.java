package io.ticketwire.delivery.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Attempt.Outcome;

/**
 * When an endpoint is disabled, and which attempts are held against it.
 *
 * @param disableAfter failures in a row; 0: never
 * @param span how long they must have gone on at least
 * @param countsFrom attempts that began earlier are of no account: it was made, or enabled again, since
 */
record HealthPolicy(int disableAfter, Duration span, Instant countsFrom) {

    /** Whether the attempt says anything about the endpoint as it is now. */
    boolean counts(Attempt attempt) {
        return attempt.outcome() != Outcome.SKIPPED
                && !attempt.ownDefect()
                // An attempt is told to the millisecond.
                && !attempt.startedAt().isBefore(countsFrom.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether these are too many. */
    boolean exceeded(int failures, Instant since, Instant now) {
        return disableAfter > 0 && failures >= disableAfter && !now.isBefore(since.plus(span));
    }
}
