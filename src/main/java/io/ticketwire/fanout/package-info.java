/**
 * One event to n deliveries: public events are matched with subscriptions, and each match becomes a row and a record on
 * {@code ticketwire.deliveries}. Whether and when a delivery is attempted is not decided here.
 */
package io.ticketwire.fanout;
