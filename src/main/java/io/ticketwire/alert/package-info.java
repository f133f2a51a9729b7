/**
 * Reads the operations topic and tells the administrators, by mail or in the log.
 *
 * <p>What is worth telling is not decided here: that is whoever publishes the event.
 */
package io.ticketwire.alert;
