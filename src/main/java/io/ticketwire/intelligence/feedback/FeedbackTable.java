package io.ticketwire.intelligence.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Where;

/** The corrections of people. */
@ApplicationScoped
public class FeedbackTable {

    private static final String INSERT =
            """
            insert into insight_feedback (id, event_id, ticket_id, given_by, given_at, corrections, note, subject, text)
            values (:id, :event, :ticket, :by, :at, :corrections, :note, :subject, :text)
            """;

    /** Of several corrections of one insight the last counts, whatever the page's bounds. */
    private static final String PAGE =
            """
            select f.* from insight_feedback f
            where f.seq > $1 and f.given_at >= $2 and f.given_at < $3 and (f.text is not null or f.subject is not null)
                and not exists (
                    select 1 from insight_feedback later where later.event_id = f.event_id and later.seq > f.seq)
            order by f.seq limit $4
            """;

    /**
     * What was read.
     *
     * @param eventId of the message
     */
    record Known(UUID eventId, String subject, String text) {}

    private final Pool database;

    FeedbackTable(Pool database) {
        this.database = database;
    }

    Uni<Boolean> ticketExists(UUID id) {
        return database.preparedQuery("select 1 from tickets where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() > 0);
    }

    /**
     * An insight of the ticket.
     *
     * @param eventId of its message; null for the latest
     */
    Uni<Optional<Known>> insight(UUID ticketId, UUID eventId) {
        return database.preparedQuery(
                        """
                        select event_id, subject, text from insights
                        where ticket_id = $1 and event_id = coalesce($2,
                            (select l.event_id from ticket_insights l where l.ticket_id = $1))
                        """)
                .execute(Tuple.of(ticketId, eventId))
                .map(rows -> Where.all(
                                rows,
                                row -> new Known(
                                        row.getUUID("event_id"), row.getString("subject"), row.getString("text")))
                        .stream()
                        .findFirst());
    }

    /** Keeps a correction, in the transaction of the session that is open. */
    Uni<Void> add(FeedbackRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", row.id())
                        .setParameter("event", row.eventId())
                        .setParameter("ticket", row.ticketId())
                        .setParameter("by", row.givenBy())
                        .setParameter("at", Columns.time(row.givenAt()))
                        .setParameter("corrections", Json.text(row.corrections()))
                        .setParameter("note", row.note())
                        .setParameter("subject", row.subject())
                        .setParameter("text", row.text())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Those that count, oldest first. */
    Uni<List<FeedbackRow>> page(long after, Instant since, Instant until, int limit) {
        return database.preparedQuery(PAGE)
                .execute(Tuple.of(after, Columns.time(since), Columns.time(until), limit))
                .map(rows -> Where.all(rows, FeedbackRow::of));
    }

    /** Forgets what was given longer ago. */
    public Uni<Void> forget(Duration age) {
        return database.preparedQuery("delete from insight_feedback where given_at < $1")
                .execute(Tuple.of(Columns.time(Instant.now().minus(age))))
                .replaceWithVoid();
    }
}
