package io.ticketwire.ticket;

import java.util.List;

import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;
import io.ticketwire.platform.Columns;

/** A row of the table {@code tickets}. */
final class TicketRow {

    private TicketRow() {}

    static Known known(Row row) {
        return new Known(
                ticket(row),
                row.getOffsetDateTime("deleted_at") != null,
                row.getBoolean("of_message"),
                row.getInteger("reopened"));
    }

    static Ticket ticket(Row row) {
        return new Ticket(
                row.getUUID("id"),
                row.getString("external_id"),
                row.getString("ticket_number"),
                row.getUUID("connector_id"),
                row.getString("connector"),
                row.getString("platform"),
                row.getString("subject"),
                row.getString("description"),
                row.getString("status"),
                row.getString("priority"),
                row.getString("customer_name"),
                row.getString("customer_email"),
                row.getString("assignee"),
                row.getString("category"),
                row.getString("channel"),
                List.of(Json.read(row.getString("tags"), String[].class)),
                row.getString("url"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getBoolean("needs_enrichment"));
    }
}
