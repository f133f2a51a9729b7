package io.ticketwire.delivery.turn;

import java.time.Instant;

/** What a lane says to a delivery. */
public sealed interface Turn {

    /** Everything before it is over: it is to be attempted, and {@link Lanes#leave} called after that. */
    record Go() implements Turn {}

    /** An earlier delivery is not over; this one is to come again at this time, at the earliest. */
    record Parked(Instant until) implements Turn {}
}
