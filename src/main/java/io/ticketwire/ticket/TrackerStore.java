package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.Json;
import io.ticketwire.event.store.EventLog;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;

/** The tracker's tables. Every method works in the caller's transaction, with one statement per table and batch. */
@ApplicationScoped
public class TrackerStore {

    private static final String UPSERT_TICKETS =
            """
            insert into tickets (id, connector_id, connector, platform, external_id, ticket_number, subject, description,
                    status, priority, customer_name, customer_email, assignee, category, channel, tags, url, created_at,
                    updated_at, deleted_at, first_seen_at, changed_at)
                select *, now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
                    $15::text[], $16::text[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[])
            on conflict (id) do update set connector = excluded.connector, platform = excluded.platform,
                subject = excluded.subject, description = excluded.description, status = excluded.status,
                priority = excluded.priority, customer_name = excluded.customer_name,
                customer_email = excluded.customer_email, assignee = excluded.assignee, category = excluded.category,
                channel = excluded.channel, tags = excluded.tags, url = excluded.url, created_at = excluded.created_at,
                updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, changed_at = excluded.changed_at
            """;

    private final EventLog events;

    TrackerStore(EventLog events) {
        this.events = events;
    }

    /** Two processes that hold one partition for a moment, while the group changes hands, take turns. */
    Uni<Void> lock(SqlConnection transaction, List<Inbound> batch) {
        Integer[] partitions =
                batch.stream().map(Inbound::partition).distinct().sorted().toArray(Integer[]::new);
        return transaction
                .preparedQuery(
                        "select pg_advisory_xact_lock(hashtext('ticketwire.inbound'), p) from unnest($1::int[]) p")
                .execute(Tuple.of(partitions))
                .replaceWithVoid();
    }

    /** What is remembered of the batch's event ids, and which of them an event has: events are kept for longer. */
    Uni<Ledger> ledger(SqlConnection transaction, List<Inbound> batch, Duration bodyWindow) {
        Tuple ids = Tuple.of(
                batch.stream().map(inbound -> inbound.event().id()).distinct().toArray(UUID[]::new));
        return transaction
                .preparedQuery("select event_id, received_at, rejected from inbound_seen where event_id = any($1)")
                .execute(ids)
                .chain(seen -> transaction
                        .preparedQuery("select id from events where id = any($1)")
                        .execute(ids)
                        .map(used -> new Ledger(
                                Where.all(seen, TrackerStore::entry),
                                new HashSet<>(Where.all(used, row -> row.getUUID("id"))),
                                bodyWindow)));
    }

    private static Ledger.Entry entry(Row row) {
        return new Ledger.Entry(
                row.getUUID("event_id"), row.getOffsetDateTime("received_at").toInstant(), row.getBoolean("rejected"));
    }

    Uni<Map<UUID, Known>> tickets(SqlConnection transaction, List<UUID> ids) {
        return transaction
                .preparedQuery("select * from tickets where id = any($1) order by id for update")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Known> tickets = new HashMap<>();
                    rows.forEach(row -> tickets.put(row.getUUID("id"), TicketRow.known(row)));
                    return tickets;
                });
    }

    Uni<Map<UUID, String>> contacts(SqlConnection transaction, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return transaction
                .preparedQuery("select id, data from contacts where id = any($1) order by id for update")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> contacts = new LinkedHashMap<>();
                    rows.forEach(row -> contacts.put(row.getUUID("id"), row.getString("data")));
                    return contacts;
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

    /** Writes all that a batch has brought about. */
    Uni<Void> save(SqlConnection transaction, TrackedBatch batch) {
        return seen(transaction, batch.entries)
                .chain(() -> saveTickets(transaction, new ArrayList<>(batch.changedTickets.values())))
                .chain(() -> saveContacts(transaction, new ArrayList<>(batch.changedContacts.entrySet())))
                .chain(() -> raw(transaction, batch.processed))
                .chain(() -> saveConversations(transaction, batch.conversations))
                .chain(() -> reject(transaction, batch.rejections))
                .chain(() -> events.append(transaction, batch.emissions));
    }

    private static Uni<Void> seen(SqlConnection transaction, List<Ledger.Entry> entries) {
        return execute(
                transaction,
                """
                insert into inbound_seen (event_id, received_at, rejected)
                    select * from unnest($1::uuid[], $2::timestamptz[], $3::boolean[])
                """,
                entries,
                columns -> columns.uuid(Ledger.Entry::eventId)
                        .time(Ledger.Entry::receivedAt)
                        .bool(Ledger.Entry::rejected));
    }

    private static Uni<Void> saveTickets(SqlConnection transaction, List<Known> tickets) {
        return execute(transaction, UPSERT_TICKETS, tickets, columns -> columns.uuid(
                        known -> known.ticket().id())
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
                .time(known -> known.deleted() ? Instant.now() : null));
    }

    private static Uni<Void> saveContacts(SqlConnection transaction, List<Map.Entry<UUID, String>> contacts) {
        return execute(
                transaction,
                """
                insert into contacts (id, data, changed_at) select *, now() from unnest($1::uuid[], $2::text[])
                on conflict (id) do update set data = excluded.data, changed_at = excluded.changed_at
                """,
                contacts,
                columns -> columns.uuid(Map.Entry::getKey).text(Map.Entry::getValue));
    }

    private static Uni<Void> raw(SqlConnection transaction, List<Inbound> processed) {
        return execute(
                transaction,
                """
                insert into raw_requests (id, received_at, request, body)
                    select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::bytea[])
                on conflict (id) do nothing
                """,
                processed.stream().filter(inbound -> inbound.rawBody() != null).toList(),
                columns -> columns.uuid(Inbound::rawId)
                        .time(inbound -> inbound.event().receivedAt())
                        .text(Inbound::rawRequest)
                        .bytes(Inbound::rawBody));
    }

    private static Uni<Void> saveConversations(SqlConnection transaction, List<Conversation> conversations) {
        return execute(
                transaction,
                """
                insert into conversations (id, ticket_id, author_name, author_email, author_type, text, public, created_at,
                        recorded_at)
                    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                        $7::boolean[], $8::timestamptz[], $9::timestamptz[])
                on conflict (id) do nothing
                """,
                conversations,
                columns -> columns.uuid(Conversation::id)
                        .uuid(Conversation::ticketId)
                        .text(Conversation::authorName)
                        .text(Conversation::authorEmail)
                        .text(Conversation::authorType)
                        .text(Conversation::text)
                        .bool(Conversation::isPublic)
                        .time(Conversation::createdAt)
                        .time(Conversation::recordedAt));
    }

    /** Keeps input that is of no use. */
    Uni<Void> reject(SqlConnection transaction, List<Rejection> rejections) {
        return execute(
                transaction,
                """
                insert into rejected_events (id, connector_id, reason, detail, received_at, request, body)
                    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
                        $7::bytea[])
                on conflict (id) do nothing
                """,
                rejections,
                columns -> columns.uuid(Rejection::id)
                        .uuid(Rejection::connectorId)
                        .text(Rejection::reason)
                        .text(Rejection::detail)
                        .time(Rejection::receivedAt)
                        .text(Rejection::request)
                        .bytes(Rejection::body));
    }

    private static <T> Uni<Void> execute(
            SqlConnection transaction, String sql, List<T> rows, Function<Columns<T>, Columns<T>> columns) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(sql)
                .execute(columns.apply(Columns.of(rows)).tuple())
                .replaceWithVoid();
    }
}
