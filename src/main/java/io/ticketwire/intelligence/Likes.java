package io.ticketwire.intelligence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketwire.event.Insight;

/** Remembers what the latest tickets say, and finds those that say alike. Safe for any number of threads. */
public interface Likes {

    /**
     * Tickets of the connector that say alike, most alike first; remembers this one, in place of what it said before.
     *
     * @param cleaned what the customer wrote
     */
    List<Insight.Similar> findAndAdd(UUID connectorId, UUID ticketId, String cleaned, Instant at);

    /** Remembers a ticket without looking for others: what was read before this process began. */
    void add(UUID connectorId, UUID ticketId, String cleaned, Instant at);
}
