/**
 * Tickets out of any platform's JSON, told by nothing but the JSON itself. Pure functions from a tree to
 * {@code TicketReading}, and the provider of the type {@code webhook}.
 *
 * <p>Platforms that have rules of their own are in {@code ingress.ticket}.
 */
package io.ticketwire.ingress.detect;
