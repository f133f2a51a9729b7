package io.ticketwire.delivery.recovery;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.platform.Columns;

/**
 * A recovery, as the database has it and the API shows it.
 *
 * @param status {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param reason of a failure; else null
 * @param count the deliveries to make, as counted when it was created
 * @param done those that have been handed over; fewer than counted if some were settled meanwhile
 * @param cursor what is numbered up to this is dealt with
 * @param claim whose it is; null if nobody has been at it
 */
public record Recovery(
        UUID id,
        UUID endpointId,
        Only only,
        Instant since,
        Instant until,
        String status,
        String reason,
        long count,
        long done,
        @JsonIgnore long cursor,
        @JsonIgnore UUID claim,
        Instant createdAt,
        Instant updatedAt,
        Instant finishedAt,
        @JsonIgnore long seq) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";

    static Recovery of(Row row) {
        return new Recovery(
                row.getUUID("id"),
                row.getUUID("endpoint_id"),
                Only.of(row.getString("scope")),
                Columns.instant(row, "since"),
                Columns.instant(row, "until"),
                row.getString("status"),
                row.getString("reason"),
                row.getLong("count"),
                row.getLong("done"),
                row.getLong("cursor"),
                row.getUUID("claimed_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.instant(row, "finished_at"),
                row.getLong("seq"));
    }

    Window window() {
        return new Window(only, since, until);
    }
}
