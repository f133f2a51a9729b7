package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;

/** Deliveries as the API shows them. */
final class DeliveryView {

    private DeliveryView() {}

    /** A delivery in a list. */
    record Summary(
            UUID id,
            UUID eventId,
            String eventType,
            UUID endpointId,
            String subject,
            String status,
            int attempts,
            Instant nextAttemptAt,
            Integer lastStatusCode,
            String lastError,
            Instant createdAt,
            Instant updatedAt,
            @JsonIgnore long seq) {

        static Summary of(Row row) {
            return new Summary(
                    row.getUUID("id"),
                    row.getUUID("event_id"),
                    row.getString("event_type"),
                    row.getUUID("endpoint_id"),
                    row.getString("subject"),
                    row.getString("status"),
                    row.getInteger("attempts"),
                    Columns.instant(row, "next_attempt_at"),
                    row.getInteger("last_status_code"),
                    row.getString("last_error"),
                    Columns.instant(row, "created_at"),
                    Columns.instant(row, "updated_at"),
                    row.getLong("seq"));
        }
    }

    /** One try. */
    record Try(
            int number,
            Instant startedAt,
            long durationMs,
            String outcome,
            Integer statusCode,
            String error,
            JsonNode requestHeaders,
            JsonNode responseHeaders,
            String responseBody) {

        static Try of(Row row) {
            return new Try(
                    row.getInteger("number"),
                    Columns.instant(row, "started_at"),
                    row.getLong("duration_ms"),
                    row.getString("outcome"),
                    row.getInteger("status_code"),
                    row.getString("error"),
                    Json.tree(row.getString("request_headers")),
                    Json.tree(row.getString("response_headers")),
                    row.getString("response_body"));
        }
    }

    /** A delivery with its tries in place of their number, and the body that every one of them sends. */
    static ObjectNode detail(Summary delivery, List<Try> tries, String requestBody) {
        ObjectNode detail = Json.mapper().valueToTree(delivery);
        detail.set("attempts", Json.mapper().valueToTree(tries));
        return detail.put("request_body", requestBody);
    }
}
