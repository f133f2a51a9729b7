package io.ticketwire.ticket;

import io.ticketwire.event.Ticket;

/**
 * What is known of a ticket.
 *
 * @param deleted the source said that it is gone
 */
record Known(Ticket ticket, boolean deleted) {}
