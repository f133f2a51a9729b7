/**
 * What really happened to a ticket: the tracker recognises repeats, leads messages to their tickets, keeps the state of every
 * ticket and says it in events.
 *
 * <p>It reads {@code ticketwire.inbound} and writes the database only; the outbox carries its events to the public topics.
 */
package io.ticketwire.ticket;
