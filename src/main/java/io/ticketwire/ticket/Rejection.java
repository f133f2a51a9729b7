package io.ticketwire.ticket;

import java.time.Instant;
import java.util.UUID;

import io.ticketwire.event.Ids;

/**
 * Genuine input that is of no use, kept for a person to look at.
 *
 * @param request JSON of the request as it was received, or {@code {}}
 */
record Rejection(
        UUID id, UUID connectorId, String reason, String detail, Instant receivedAt, String request, byte[] body) {

    static Rejection of(Inbound inbound, String reason, String detail) {
        return new Rejection(
                Ids.of(inbound.event().id(), inbound.event().receivedAt().toString()),
                inbound.event().connectorId(),
                reason,
                detail,
                inbound.event().receivedAt(),
                inbound.rawRequest() == null ? "{}" : inbound.rawRequest(),
                inbound.rawBody() == null ? inbound.event().data() : inbound.rawBody());
    }
}
