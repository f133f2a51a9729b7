package io.ticketwire.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the ingress read about a ticket: the value of {@code ticket.observed} on the inbound topic. A component that is
 * null was not given and changes nothing.
 *
 * @param ticketId the ticket's id in Ticketwire
 * @param connector the connector's name
 * @param platform the platform's word, e.g. {@code zendesk}; the connector's type
 * @param tags null if not given; empty if the source says that there are none
 * @param updatedAt the source's clock; an observation older than what is known changes nothing
 * @param deleted the source says that the ticket is gone
 * @param completeness null if the platform can't be asked for more
 */
public record TicketObservation(
        UUID ticketId,
        String externalId,
        String connector,
        String platform,
        String subject,
        String description,
        String status,
        String priority,
        String customerName,
        String customerEmail,
        String assignee,
        String category,
        String channel,
        List<String> tags,
        String url,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted,
        Completeness completeness) {

    /** An observation of a ticket's status alone. */
    public static TicketObservation ofStatus(UUID ticketId, String status) {
        return new TicketObservation(
                ticketId, null, null, null, null, null, status, null, null, null, null, null, null, null, null, null,
                null, false, null);
    }
}
