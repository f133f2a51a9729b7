package io.ticketwire.delivery;

import java.time.Instant;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A delivery as the database has it, with the event that it carries.
 *
 * @param seq its number among all deliveries
 * @param attempts made so far
 * @param data the event's value
 */
public record DeliveryRow(
        UUID id,
        UUID endpointId,
        UUID eventId,
        String eventType,
        String subject,
        long seq,
        int attempts,
        Instant eventTime,
        String traceparent,
        String data) {

    /** What to read a row from; the condition is to be added. */
    static final String SELECT =
            """
            select d.*, e.time as event_time, e.data as event_data, e.traceparent
            from deliveries d join events e on e.id = d.event_id where\s""";

    static DeliveryRow of(Row row) {
        return new DeliveryRow(
                row.getUUID("id"),
                row.getUUID("endpoint_id"),
                row.getUUID("event_id"),
                row.getString("event_type"),
                row.getString("subject"),
                row.getLong("seq"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("event_time").toInstant(),
                row.getString("traceparent"),
                row.getString("event_data"));
    }

    /** The body that every attempt sends. */
    byte[] body() {
        return Envelope.of(eventId, eventType, eventTime, data.getBytes(UTF_8));
    }

    /**
     * Another attempt now, with which the retry policy starts afresh. A retry that is pending gives way to it, and it gives
     * way itself to an attempt that was begun after it was asked for.
     */
    DeliveryTask again(Instant requestedAt) {
        return new DeliveryTask(
                id,
                endpointId,
                eventId,
                eventType,
                subject,
                seq,
                attempts,
                attempts,
                requestedAt,
                false,
                Instant.now(),
                traceparent,
                body());
    }

    /** Without the data: a row may end up in a log line. */
    @Override
    public String toString() {
        return "delivery " + id;
    }
}
