package io.ticketwire.event;

import java.util.UUID;

/** A ticket in short. All but the id may be null: a comment can arrive before the ticket that it belongs to. */
public record TicketReference(
        UUID id,
        String externalId,
        String ticketNumber,
        UUID connectorId,
        String connector,
        String platform,
        String subject,
        String status,
        String priority,
        String customerEmail,
        String url) {}
