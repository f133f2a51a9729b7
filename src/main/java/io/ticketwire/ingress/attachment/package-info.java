/**
 * Attachments of messages that came in: kept in Postgres in small pieces, for a while and up to a bound, and shown by the API.
 *
 * <p>What is attached to a message is in its event; here are only the bytes. Scanning them is for whoever opens them.
 */
package io.ticketwire.ingress.attachment;
