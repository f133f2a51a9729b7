package io.ticketwire.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.store.EventLog;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;
import io.ticketwire.ticket.message.MessageTable;

/** The tracker's tables. Every method works in the caller's transaction, with one statement per table and batch. */
@ApplicationScoped
public class TrackerStore {

    private final TicketTable tickets;
    private final ThreadTable threads;
    private final MessageTable messages;
    private final EventLog events;

    TrackerStore(TicketTable tickets, ThreadTable threads, MessageTable messages, EventLog events) {
        this.tickets = tickets;
        this.threads = threads;
        this.messages = messages;
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

    Uni<Map<UUID, String>> contacts(SqlConnection transaction, Set<UUID> ids) {
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

    /** Writes all that a batch has brought about. */
    Uni<Void> save(SqlConnection transaction, TrackedBatch batch) {
        return seen(transaction, batch.entries)
                .chain(() -> tickets.save(transaction, new ArrayList<>(batch.changedTickets.values())))
                .chain(() -> saveContacts(transaction, new ArrayList<>(batch.changedContacts.entrySet())))
                .chain(() -> threads.save(transaction, batch.threads))
                .chain(() -> messages.save(transaction, batch.reports))
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
                        message_id, recorded_at)
                    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                        $7::boolean[], $8::timestamptz[], $9::text[], $10::timestamptz[])
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
                        .text(Conversation::messageId)
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
