/**
 * Ticket platforms: a package for each, with its provider, which verifies, and what its payloads say. Here is what they
 * share: a ticket as it was read, the words of states and priorities, times, addresses, templates.
 *
 * <p>Payloads of platforms without a package here are read by {@code ingress.detect}.
 */
package io.ticketwire.ingress.ticket;
