/**
 * The contract: what travels on Kafka, how it is named and written, and the one way to publish it.
 *
 * <p>Depends on nothing else of Ticketwire. What an event means for a ticket or a delivery is not decided here.
 */
package io.ticketwire.event;
