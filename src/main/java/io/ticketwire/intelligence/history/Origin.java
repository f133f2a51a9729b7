package io.ticketwire.intelligence.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Which message, of whom, and when.
 *
 * @param eventId of the event that brought it
 * @param connectorId null if the event has another source
 * @param customer address in lower case; null if the source gives none
 * @param at by the source's clock
 * @param receivedAt by ours
 */
public record Origin(UUID eventId, UUID ticketId, UUID connectorId, String customer, Instant at, Instant receivedAt) {

    /** Whether both are of one customer of one connector. */
    boolean sameCustomer(Origin other) {
        return customer != null
                && customer.equals(other.customer)
                && connectorId != null
                && connectorId.equals(other.connectorId);
    }
}
