/**
 * HTTP in: a callback is verified by its provider's own scheme, read, published to {@code ticketwire.inbound} and answered.
 *
 * <p>No database on the request path, and no decision on what a callback means for a ticket: that is the tracker's.
 */
package io.ticketwire.ingress;
