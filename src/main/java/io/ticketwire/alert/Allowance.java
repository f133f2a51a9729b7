package io.ticketwire.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many letters in any sixty minutes, and what was withheld since the last that went. */
final class Allowance {

    /** Alerts that were not mailed; {@code since} is null if there are none. */
    record Withheld(int alerts, Instant since) {

        static final Withheld NONE = new Withheld(0, null);

        Withheld plus(Withheld other) {
            if (alerts == 0 || other.alerts == 0) {
                return alerts == 0 ? other : this;
            }
            return new Withheld(alerts + other.alerts, since.isBefore(other.since) ? since : other.since);
        }
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private Withheld withheld = Withheld.NONE;

    Allowance(int perHour) {
        this.perHour = perHour;
    }

    /** Whether one more letter may go now; if so, it counts as one that went. */
    synchronized boolean take(Instant now) {
        while (!taken.isEmpty() && !taken.peekFirst().isAfter(now.minus(HOUR))) {
            taken.removeFirst();
        }
        if (taken.size() >= perHour) {
            return false;
        }
        taken.addLast(now);
        return true;
    }

    synchronized void withhold(Withheld more) {
        withheld = withheld.plus(more);
    }

    /** What the next letter has to tell; it is told once. */
    synchronized Withheld tellWithheld() {
        Withheld all = withheld;
        withheld = Withheld.NONE;
        return all;
    }
}
