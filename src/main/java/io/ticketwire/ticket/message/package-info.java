/**
 * What became of every message: its latest state and everything that was told of it, for people and for the API.
 *
 * <p>The tracker writes it in the transaction of the events themselves. Which ticket a message belongs to is decided there.
 */
package io.ticketwire.ticket.message;
