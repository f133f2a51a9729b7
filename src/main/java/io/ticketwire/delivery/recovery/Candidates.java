package io.ticketwire.delivery.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Subscription;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.TimeRange;
import io.ticketwire.platform.Where;

/** What a recovery is to make again, page by page, in the order of the deliveries or events. */
@ApplicationScoped
class Candidates {

    private static final int PAGE = 1_000;

    /** Pages with the events' data, each up to a mebibyte, are shorter. */
    private static final int PAGE_WITH_DATA = 50;

    /** A page for each status by its index, merged. */
    static final String FAILED =
            """
            select d.id, d.seq from unnest(array['retrying', 'failed', 'dead']) as t (trouble) cross join lateral (
                select id, seq from deliveries
                where endpoint_id = $5 and trouble = t.trouble and created_at >= $1 and created_at < $2
                    and %s and %s and seq > $3
                order by seq limit $4) d
            order by d.seq limit $4
            """
                    .formatted(
                            TimeRange.from("deliveries", "created_at", "$1"),
                            TimeRange.until("deliveries", "created_at", "$2"));

    static final String EVENTS =
            """
            select id, seq, type, case when $5 then data end as data from events
            where recorded_at >= $1 and recorded_at < $2 and %s and %s and seq > $3
            order by seq limit $4
            """
                    .formatted(
                            TimeRange.from("events", "recorded_at", "$1"),
                            TimeRange.until("events", "recorded_at", "$2"));
    private static final String KNOWN = "select id, status from deliveries where id = any($1)";

    /**
     * A page.
     *
     * @param deliveries to be made
     * @param without the events of those that there are no rows for
     * @param examined what was looked at to find them
     * @param cursor the number of the last
     */
    record Page(List<UUID> deliveries, List<UUID> without, int examined, long cursor) {
        /** Whether nothing is left. */
        boolean last() {
            return examined == 0;
        }
    }

    private record Found(UUID id, long seq, String type, JsonNode data) {
        static Found of(Row row) {
            String data = row.getString("data");
            return new Found(
                    row.getUUID("id"),
                    row.getLong("seq"),
                    row.getString("type"),
                    data == null ? null : Json.tree(data));
        }
    }

    private final Pool database;

    Candidates(Pool database) {
        this.database = database;
    }

    /**
     * The page after the cursor.
     *
     * @param most deliveries on it
     */
    Uni<Page> after(long cursor, int most, Window window, Endpoint endpoint) {
        return window.only() == Only.FAILED
                ? failed(cursor, most, window, endpoint)
                : events(cursor, most, window, endpoint);
    }

    private Uni<Page> failed(long cursor, int most, Window window, Endpoint endpoint) {
        Tuple values = range(window, cursor, Math.min(most, PAGE)).addUUID(endpoint.id());
        return database.preparedQuery(FAILED).execute(values).map(rows -> {
            List<UUID> ids = Where.all(rows, row -> row.getUUID("id"));
            long last = cursor;
            for (Row row : rows) {
                last = row.getLong("seq");
            }
            return new Page(ids, List.of(), ids.size(), last);
        });
    }

    private Uni<Page> events(long cursor, int most, Window window, Endpoint endpoint) {
        boolean withData = !endpoint.subscription().filter().isEmpty();
        Tuple values = range(window, cursor, withData ? PAGE_WITH_DATA : PAGE).addBoolean(withData);
        return database.preparedQuery(EVENTS)
                .execute(values)
                .map(rows -> Where.all(rows, Found::of))
                .chain(found -> known(found, endpoint.id())
                        .map(known -> choose(found, known, cursor, most, window.only(), endpoint)));
    }

    private static Tuple range(Window window, long cursor, int limit) {
        return Tuple.of(Columns.time(window.since()), Columns.time(window.until()), cursor, limit);
    }

    private Uni<Map<UUID, String>> known(List<Found> events, UUID endpointId) {
        UUID[] ids = events.stream()
                .map(event -> Ids.delivery(event.id(), endpointId))
                .toArray(UUID[]::new);
        return database.preparedQuery(KNOWN).execute(Tuple.of((Object) ids)).map(rows -> {
            Map<UUID, String> known = new HashMap<>();
            rows.forEach(row -> known.put(row.getUUID("id"), row.getString("status")));
            return known;
        });
    }

    private static Page choose(
            List<Found> found, Map<UUID, String> known, long cursor, int most, Only only, Endpoint endpoint) {
        List<UUID> deliveries = new ArrayList<>();
        List<UUID> without = new ArrayList<>();
        long last = cursor;
        for (Found event : found) {
            if (deliveries.size() == most) {
                break;
            }
            last = event.seq();
            UUID id = Ids.delivery(event.id(), endpoint.id());
            if (Choice.wanted(only, known.get(id), subscribed(endpoint.subscription(), event))) {
                deliveries.add(id);
                if (!known.containsKey(id)) {
                    without.add(event.id());
                }
            }
        }
        return new Page(deliveries, without, found.size(), last);
    }

    private static boolean subscribed(Subscription subscription, Found event) {
        return event.data() == null
                ? subscription.wantsType(event.type())
                : subscription.wants(event.type(), event.data());
    }
}
