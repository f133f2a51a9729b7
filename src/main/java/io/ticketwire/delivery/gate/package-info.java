/**
 * Whether an endpoint takes a request now, and if not, when to come again: permits, a rate limit, pauses that the receiver
 * asks for, a circuit. Knows nothing of HTTP and of topics. Who waits here waits for a moment, and only for an endpoint that
 * is fast.
 */
package io.ticketwire.delivery.gate;
