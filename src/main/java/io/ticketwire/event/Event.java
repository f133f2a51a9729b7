package io.ticketwire.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as it travels: the CloudEvents attributes, what we add to them, and the value.
 *
 * @param id deterministic (UUIDv5), so that a repeat is recognised wherever it appears
 * @param type one of {@link EventType}, or a type that a later version knows
 * @param source {@code /connectors/<id>}, {@code /endpoints/<id>} or {@code /api}
 * @param subject what the event is about: a ticket id, a message id, ...
 * @param time when it happened
 * @param traceparent W3C trace context
 * @param receivedAt when the ingress received the request behind it
 * @param verified whether that request's signature was verified
 * @param data the value: JSON in UTF-8
 */
public record Event(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        String traceparent,
        Instant receivedAt,
        boolean verified,
        byte[] data) {

    private static final String CONNECTOR = "/connectors/";

    /** The source of events that come from this connector. */
    public static String connectorSource(UUID connectorId) {
        return CONNECTOR + connectorId;
    }

    /** The source of events that tell how this endpoint does. */
    public static String endpointSource(UUID endpointId) {
        return "/endpoints/" + endpointId;
    }

    /** The connector behind the event, or null if it has another source. */
    public UUID connectorId() {
        try {
            return source.startsWith(CONNECTOR) ? UUID.fromString(source.substring(CONNECTOR.length())) : null;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
