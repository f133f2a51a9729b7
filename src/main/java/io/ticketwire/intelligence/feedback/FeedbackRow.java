package io.ticketwire.intelligence.feedback;

import java.time.Instant;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;

/**
 * A correction that is kept.
 *
 * @param seq in the order in which corrections came
 * @param givenBy whose token it was
 * @param subject masked; null if there was none
 * @param text what was read, masked; null if it is not known any more
 */
record FeedbackRow(
        long seq,
        UUID id,
        UUID ticketId,
        UUID eventId,
        Corrections corrections,
        String note,
        String givenBy,
        Instant givenAt,
        String subject,
        String text) {

    static FeedbackRow of(Row row) {
        return new FeedbackRow(
                row.getLong("seq"),
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("event_id"),
                Json.read(row.getString("corrections"), Corrections.class),
                row.getString("note"),
                row.getString("given_by"),
                Columns.instant(row, "given_at"),
                row.getString("subject"),
                row.getString("text"));
    }
}
