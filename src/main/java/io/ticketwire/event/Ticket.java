package io.ticketwire.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A ticket as the contract shows it. What the source does not give is null, never a made-up default.
 *
 * @param id UUIDv5 of connector and external id
 * @param status one of {@link TicketStatus}, or null
 * @param priority low, medium, high, urgent, or null
 * @param tags never null
 * @param needsEnrichment the source has said no more yet than that it exists or has changed
 */
public record Ticket(
        UUID id,
        String externalId,
        String ticketNumber,
        UUID connectorId,
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
        boolean needsEnrichment) {

    /** What events about something in a ticket say of the ticket itself. */
    public TicketReference reference() {
        return new TicketReference(
                id,
                externalId,
                ticketNumber,
                connectorId,
                connector,
                platform,
                subject,
                status,
                priority,
                customerEmail,
                url);
    }
}
