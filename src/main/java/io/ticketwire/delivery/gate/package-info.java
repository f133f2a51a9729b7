/**
 * Whether an endpoint takes a request now, and if not, when to come again: permits, a rate limit, pauses that the receiver
 * asks for, a circuit. Knows nothing of HTTP and of topics. Nothing ever waits here.
 */
package io.ticketwire.delivery.gate;
