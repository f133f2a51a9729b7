package io.ticketwire.event.store;

import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.Event;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A row of the table {@code events} as an event. */
public final class EventRow {

    private EventRow() {}

    /** The event, as it was published. */
    public static Event event(Row row) {
        return new Event(
                row.getUUID("id"),
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                row.getOffsetDateTime("time").toInstant(),
                row.getString("traceparent"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getBoolean("verified"),
                row.getString("data").getBytes(UTF_8));
    }
}
