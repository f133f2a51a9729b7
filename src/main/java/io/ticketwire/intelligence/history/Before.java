package io.ticketwire.intelligence.history;

import java.time.Instant;
import java.util.List;

/**
 * What the database knows of the time before a message.
 *
 * @param reads in the ticket, or of the customer
 * @param ticketKnown whether the ticket itself was ever seen
 * @param reopened how often the ticket was
 * @param answeredAt when an agent last answered in it; null if none has
 */
public record Before(List<Read> reads, boolean ticketKnown, int reopened, Instant answeredAt) {

    /** Nothing. */
    public static final Before NOTHING = new Before(List.of(), false, 0, null);
}
