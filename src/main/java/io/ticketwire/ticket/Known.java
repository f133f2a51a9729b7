package io.ticketwire.ticket;

import io.ticketwire.event.Ticket;

/**
 * What is known of a ticket.
 *
 * @param deleted the source said that it is gone
 * @param ofMessage made from a message: no platform has it, so its status is ours to change
 */
record Known(Ticket ticket, boolean deleted, boolean ofMessage) {

    /** A ticket of a platform. */
    Known(Ticket ticket, boolean deleted) {
        this(ticket, deleted, false);
    }

    /** The same ticket as it is now, and not deleted. */
    Known now(Ticket now) {
        return new Known(now, false, ofMessage);
    }

    /** The same ticket as it is now: deleted. */
    Known gone(Ticket now) {
        return new Known(now, true, ofMessage);
    }

    Known asOfMessage() {
        return new Known(ticket, deleted, true);
    }
}
