package io.ticketwire.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.platform.Columns;

/** Which tickets messages led to, in the caller's transaction. */
@ApplicationScoped
public class ThreadTable {

    private static final String UPSERT =
            """
            insert into message_threads (key, ticket_id, content, said_at)
                select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
            on conflict (key) do update set ticket_id = excluded.ticket_id, content = excluded.content,
                said_at = excluded.said_at
            """;

    private final TicketTable tickets;
    private final Duration window;

    ThreadTable(TicketTable tickets, TicketSettings settings) {
        this.tickets = tickets;
        this.window = settings.tracker().conversationWindow();
    }

    /** What these messages lead to. Until the transaction ends, nobody else asks on behalf of the same connectors. */
    Uni<Threads> load(SqlConnection transaction, List<Received> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(new Threads(Map.of(), Map.of(), window));
        }
        Set<String> numbers = messages.stream()
                .flatMap(message -> message.correspondence().ticketNumbers().stream())
                .collect(Collectors.toSet());
        return lock(transaction, messages)
                .chain(() -> tickets.numbered(transaction, numbers))
                .chain(numbered -> threads(transaction, Threads.keys(messages))
                        .map(known -> new Threads(known, numbered, window)));
    }

    /**
     * An answer may be read on another partition, by another process, than what it answers. If both came at once and neither
     * saw the other, each would make a ticket; so the second one waits. Locks are taken in one order, and before any ticket's.
     */
    private static Uni<Void> lock(SqlConnection transaction, List<Received> messages) {
        Integer[] connectors = messages.stream()
                .map(message -> message.connectorId().hashCode())
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        return transaction
                .preparedQuery(
                        "select pg_advisory_xact_lock(hashtext('ticketwire.threads'), c) from unnest($1::int[]) c")
                .execute(Tuple.of(connectors))
                .replaceWithVoid();
    }

    private static Uni<Map<UUID, Threads.Thread>> threads(SqlConnection transaction, Set<UUID> keys) {
        return transaction
                .preparedQuery("select * from message_threads where key = any($1)")
                .execute(Tuple.of(keys.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Threads.Thread> threads = new HashMap<>();
                    rows.forEach(row -> threads.put(
                            row.getUUID("key"),
                            new Threads.Thread(
                                    row.getUUID("ticket_id"),
                                    row.getUUID("content"),
                                    Columns.instant(row, "said_at"))));
                    return threads;
                });
    }

    /** Writes what a batch has found or made. */
    Uni<Void> save(SqlConnection transaction, Threads threads) {
        if (threads.changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(UPSERT)
                .execute(Columns.of(new ArrayList<>(threads.changed.entrySet()))
                        .uuid(Map.Entry::getKey)
                        .uuid(entry -> entry.getValue().ticketId())
                        .uuid(entry -> entry.getValue().content())
                        .time(entry -> entry.getValue().saidAt())
                        .tuple())
                .replaceWithVoid();
    }
}
