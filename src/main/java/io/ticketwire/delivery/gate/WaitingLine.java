package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * When a delivery that is sent away is to come again. If all that wait came together, nearly all of them would be sent away
 * again, over and over; so each gets a place behind the one before, as far apart as the endpoint's permits, the duration of
 * its attempts and its rate limit say:
 *
 * <pre>
 *   now ......... earliest |step|step|step|step|
 *                          1st  2nd  3rd  4th      step = duration of an attempt / max_in_flight, or 1 / rate_limit
 * </pre>
 *
 * <p>A place is an estimate and no reservation: who is sent away again all the same gets another one.
 *
 * @param attemptMs how long an attempt takes, the latest count most
 * @param last the last place that was given; null: none
 */
record WaitingLine(double attemptMs, Instant last) {

    /** Until an attempt has shown how long one takes. */
    static final WaitingLine EMPTY = new WaitingLine(50, null);

    /** What the latest attempt counts for. */
    private static final double WEIGHT = 0.1;

    /** Who waits longest asks again so often: a million of them make 555 records a second. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** The line with one more place at its end. */
    WaitingLine withPlace(Instant earliest, int maxInFlight, Double rateLimit) {
        double stepMs = attemptMs / maxInFlight;
        if (rateLimit != null) {
            stepMs = Math.max(stepMs, 1_000 / rateLimit);
        }
        Instant before = last == null || last.isBefore(earliest) ? earliest : last;
        Instant next = before.plusNanos(Math.round(stepMs * 1_000_000));
        Instant latest = earliest.plus(LONGEST);
        return new WaitingLine(attemptMs, next.isAfter(latest) ? latest : next);
    }

    /** How many attempts end within this time. */
    int served(int permits, Duration time) {
        return (int) (permits * time.toMillis() / Math.max(1, attemptMs));
    }

    WaitingLine afterAttempt(Duration duration) {
        return new WaitingLine(attemptMs * (1 - WEIGHT) + duration.toMillis() * WEIGHT, last);
    }
}
