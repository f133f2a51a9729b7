package io.ticketwire.ticket;

import java.time.Instant;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

/** An event of a ticket in short, as the API shows it; {@code GET /api/v1/events/{id}} has all of it. */
record Happened(UUID id, String type, Instant time) {

    static Happened of(Row row) {
        return new Happened(
                row.getUUID("id"),
                row.getString("type"),
                row.getOffsetDateTime("time").toInstant());
    }
}
