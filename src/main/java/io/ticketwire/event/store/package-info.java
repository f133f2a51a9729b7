/**
 * Events in the database: the log of what was emitted, each payload once, and the transactional outbox whose relay carries
 * them to the broker. A consumer that keeps state writes its state and its events in one transaction, and never publishes.
 */
package io.ticketwire.event.store;
