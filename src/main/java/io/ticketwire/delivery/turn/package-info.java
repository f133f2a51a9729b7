/**
 * Whose turn it is: one attempt at a time per delivery, and per lane of an ordered endpoint; who has been overtaken. What is
 * durable of it is in the database; what is in memory is what the database does not know yet.
 */
package io.ticketwire.delivery.turn;
