package io.ticketwire.ticket;

import io.ticketwire.event.Ticket;

/**
 * What is known of a ticket.
 *
 * @param deleted the source said that it is gone
 * @param ofMessage made from a message: no platform has it, so its status is ours to change
 * @param reopened how often it was worked on again after it was resolved, closed or deleted
 */
record Known(Ticket ticket, boolean deleted, boolean ofMessage, int reopened) {

    /** A ticket of a platform. */
    Known(Ticket ticket, boolean deleted) {
        this(ticket, deleted, false, 0);
    }

    /** The same ticket as it is now, and not deleted. */
    Known now(Ticket now) {
        return new Known(now, false, ofMessage, reopened);
    }

    /** The same ticket as it is now: deleted. */
    Known gone(Ticket now) {
        return new Known(now, true, ofMessage, reopened);
    }

    /** The same ticket as it is now: worked on again. */
    Known again(Ticket now) {
        return new Known(now, false, ofMessage, reopened + 1);
    }

    Known asOfMessage() {
        return new Known(ticket, deleted, true, reopened);
    }
}
