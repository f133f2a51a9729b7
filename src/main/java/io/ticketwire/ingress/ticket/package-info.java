/**
 * What a support platform's payload says about a ticket, in our words. Pure functions from JSON to {@code TicketReading}:
 * the words of states and priorities, times, addresses, and the detection that reads any platform's payload without being
 * told which one it is. No HTTP, no signatures, no state of tickets lives here.
 */
package io.ticketwire.ingress.ticket;
