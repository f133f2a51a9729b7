package io.ticketwire.intelligence.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Which message, of whom, and when.
 *
 * @param eventId of the event that brought it
 * @param connectorId null if the event has another source
 * @param customer address in lower case; null if the source gives none
 * @param at by the source's clock, but never after {@code receivedAt}: what is dated ahead would be the latest of its
 *     ticket for ever
 * @param receivedAt by ours
 */
public record Origin(UUID eventId, UUID ticketId, UUID connectorId, String customer, Instant at, Instant receivedAt) {

    public Origin {
        at = at.isAfter(receivedAt) ? receivedAt : at;
    }

    /** Whether both are of one customer of one connector. */
    boolean sameCustomer(Origin other) {
        return customer != null
                && customer.equals(other.customer)
                && connectorId != null
                && connectorId.equals(other.connectorId);
    }
}
