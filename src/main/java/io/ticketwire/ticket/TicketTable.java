package io.ticketwire.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;

/** The state of the tickets, in the caller's transaction. */
@ApplicationScoped
public class TicketTable {

    private static final String UPSERT_TICKETS =
            """
            insert into tickets (id, connector_id, connector, platform, external_id, ticket_number, subject, description,
                    status, priority, customer_name, customer_email, assignee, category, channel, tags, url, created_at,
                    updated_at, deleted_at, needs_enrichment, of_message, reopened, first_seen_at, changed_at)
                select *, now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                    $15::text[], $16::text[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[],
                    $21::boolean[], $22::boolean[], $23::integer[])
            on conflict (id) do update set connector = excluded.connector, platform = excluded.platform,
                subject = excluded.subject, description = excluded.description, status = excluded.status,
                priority = excluded.priority, customer_name = excluded.customer_name,
                customer_email = excluded.customer_email, assignee = excluded.assignee, category = excluded.category,
                channel = excluded.channel, tags = excluded.tags, url = excluded.url, created_at = excluded.created_at,
                updated_at = excluded.updated_at, deleted_at = excluded.deleted_at,
                needs_enrichment = excluded.needs_enrichment, reopened = excluded.reopened, changed_at = excluded.changed_at
            """;

    /** Those of the tickets that are known, locked. */
    Uni<Map<UUID, Known>> lock(SqlConnection transaction, List<UUID> ids) {
        return transaction
                .preparedQuery("select * from tickets where id = any($1) order by id for update")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Known> tickets = new HashMap<>();
                    rows.forEach(row -> tickets.put(row.getUUID("id"), TicketRow.known(row)));
                    return tickets;
                });
    }

    /** Which tickets have these numbers, by number. */
    Uni<Map<String, UUID>> numbered(SqlConnection transaction, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery("select id, ticket_number from tickets where ticket_number = any($1)")
                .execute(Tuple.of(numbers.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, UUID> tickets = new HashMap<>();
                    rows.forEach(row -> tickets.put(row.getString("ticket_number"), row.getUUID("id")));
                    return tickets;
                });
    }

    /** Ticket numbers: {@code TW-<year>-<running number>}. A number that is not used leaves a gap. */
    Uni<List<String>> numbers(SqlConnection transaction, int count, Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        return transaction
                .preparedQuery("select nextval('ticket_numbers') as number from generate_series(1, $1::int)")
                .execute(Tuple.of(count))
                .map(rows -> Where.all(rows, row -> String.format("TW-%d-%06d", year, row.getLong("number"))));
    }

    /** Writes tickets as they are now. */
    Uni<Void> save(SqlConnection transaction, List<Known> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPSERT_TICKETS)
                .execute(row(Columns.of(tickets)).tuple())
                .replaceWithVoid();
    }

    private static Columns<Known> row(Columns<Known> columns) {
        return columns.uuid(known -> known.ticket().id())
                .uuid(known -> known.ticket().connectorId())
                .text(known -> known.ticket().connector())
                .text(known -> known.ticket().platform())
                .text(known -> known.ticket().externalId())
                .text(known -> known.ticket().ticketNumber())
                .text(known -> known.ticket().subject())
                .text(known -> known.ticket().description())
                .text(known -> known.ticket().status())
                .text(known -> known.ticket().priority())
                .text(known -> known.ticket().customerName())
                .text(known -> known.ticket().customerEmail())
                .text(known -> known.ticket().assignee())
                .text(known -> known.ticket().category())
                .text(known -> known.ticket().channel())
                .text(known -> Json.text(known.ticket().tags()))
                .text(known -> known.ticket().url())
                .time(known -> known.ticket().createdAt())
                .time(known -> known.ticket().updatedAt())
                .time(known -> known.deleted() ? Instant.now() : null)
                .bool(known -> known.ticket().needsEnrichment())
                .bool(Known::ofMessage)
                .integer(Known::reopened);
    }
}
