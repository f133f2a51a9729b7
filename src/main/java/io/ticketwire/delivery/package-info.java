/**
 * HTTP out: a delivery is signed and sent, what came back is judged, and every attempt is recorded.
 *
 * <p>Which events an endpoint wants is not decided here but in {@code fanout}; how a delivery waits, in {@code retry}.
 */
package io.ticketwire.delivery;
