package io.ticketwire.ticket;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.platform.Columns;

/** A comment or reply, as the API shows it. */
record Said(
        UUID id,
        String authorName,
        String authorEmail,
        String authorType,
        String text,
        @JsonProperty("public") Boolean isPublic,
        Instant createdAt,
        @JsonInclude(Include.NON_NULL) String messageId,
        Instant recordedAt) {

    static Said of(Row row) {
        return new Said(
                row.getUUID("id"),
                row.getString("author_name"),
                row.getString("author_email"),
                row.getString("author_type"),
                row.getString("text"),
                row.getBoolean("public"),
                Columns.instant(row, "created_at"),
                row.getString("message_id"),
                Columns.instant(row, "recorded_at"));
    }
}
