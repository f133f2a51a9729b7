/**
 * How endpoints do: counts failures in a row as the attempts are recorded, disables, marks as failing, and tells of it.
 *
 * <p>Decides nothing about a single delivery, and sends nobody mail: that is for those who read the operations topic.
 */
package io.ticketwire.delivery.health;
