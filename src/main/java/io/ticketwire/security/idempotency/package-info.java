/**
 * Requests that may be sent twice and create once: the header {@code Idempotency-Key} of the management API.
 *
 * <p>Repeated events and deliveries are not recognised here but by their ids.
 */
package io.ticketwire.security.idempotency;
