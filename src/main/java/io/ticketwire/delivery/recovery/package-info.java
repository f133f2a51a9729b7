/**
 * Deliveries that somebody wants made again, or after all: of one event, or of a whole window of time in the background.
 *
 * <p>What is here chooses deliveries and hands them to {@code Redelivery}; how a delivery is attempted is not decided here.
 */
package io.ticketwire.delivery.recovery;
