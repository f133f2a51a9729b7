/**
 * Ticket platforms, one provider each: how it signs and what its payloads say. Beside them what they share: a ticket as it was
 * read, the words of states and priorities, times, addresses.
 *
 * <p>Payloads of platforms without a file here are read by {@code ingress.detect}.
 */
package io.ticketwire.ingress.ticket;
