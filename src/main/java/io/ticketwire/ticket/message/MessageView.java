package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;

/**
 * A message as the API shows it.
 *
 * @param id ours; {@code messageId} is the provider's, and a message to several has one of ours for each
 * @param state null if nothing has told of one, as of a mail whose recipient unsubscribed and no more
 * @param stateAt by the source's clock
 * @param error of the state
 * @param ticketId of the ticket it belongs to; null if none is known
 * @param deletedAt when its sender took it back
 * @param changedAt when something was told of it last
 */
public record MessageView(
        UUID id,
        UUID connectorId,
        String messageId,
        String provider,
        String channel,
        String direction,
        String from,
        String to,
        String subject,
        String state,
        Instant stateAt,
        JsonNode error,
        UUID ticketId,
        Instant deletedAt,
        Instant firstSeenAt,
        Instant changedAt,
        @JsonIgnore long seq) {

    static MessageView of(Row row) {
        return new MessageView(
                row.getUUID("id"),
                row.getUUID("connector_id"),
                row.getString("message_id"),
                row.getString("provider"),
                row.getString("channel"),
                row.getString("direction"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("state"),
                Columns.instant(row, "state_at"),
                error(row),
                row.getUUID("ticket_id"),
                Columns.instant(row, "deleted_at"),
                Columns.instant(row, "first_seen_at"),
                Columns.instant(row, "changed_at"),
                row.getLong("seq"));
    }

    /** The error of a message or of what was told of it. */
    static JsonNode error(Row row) {
        String error = row.getString("error");
        return error == null ? null : Json.tree(error);
    }
}
