package io.ticketwire.ticket.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Drain;

/** The state of the messages and what was told of them. */
@ApplicationScoped
public class MessageTable {

    private static final int FORGOTTEN_AT_A_TIME = 1_000;

    /** In the order of the ids: two transactions that have messages in common wait for one another, never both. */
    private static final String UPSERT =
            """
            insert into messages as m (id, connector_id, message_id, provider, channel, direction, sender, recipient,
                    subject, state, standing, state_at, error, ticket_id, deleted_at, first_seen_at, changed_at)
                select *, now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::timestamptz[], $13::text[],
                    $14::uuid[], $15::timestamptz[]) as said (id) order by said.id
            on conflict (id) do update set provider = coalesce(m.provider, excluded.provider),
                channel = coalesce(m.channel, excluded.channel), direction = coalesce(m.direction, excluded.direction),
                sender = coalesce(m.sender, excluded.sender), subject = coalesce(m.subject, excluded.subject),
                (state, standing, state_at, error) = (
                    select state, standing, state_at, error from (values
                        (1, m.state, m.standing, m.state_at, m.error),
                        (2, excluded.state, excluded.standing, excluded.state_at, excluded.error)
                    ) as told (place, state, standing, state_at, error) order by standing desc, place limit 1),
                ticket_id = coalesce(m.ticket_id, excluded.ticket_id),
                deleted_at = coalesce(m.deleted_at, excluded.deleted_at), changed_at = excluded.changed_at
            """;

    /** Two recipients of a message are enough to know that there are several. */
    private static final String RECIPIENTS =
            """
            select sent.connector_id, sent.message_id, known.recipient
            from unnest($1::uuid[], $2::text[]) as sent (connector_id, message_id) cross join lateral (
                select recipient from messages as m
                where m.connector_id = sent.connector_id and m.message_id = sent.message_id and m.recipient <> '' limit 2
            ) as known
            """;

    private static final String ADD_TO_TIMELINES =
            """
            insert into message_events (message, event_id, type, time, received_at, error)
                select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])
            on conflict (message, event_id) do nothing
            """;

    /** A message that is just being written is left for the next time. */
    private static final String FORGET =
            """
            with old as (
                select id from messages where changed_at < $1 order by changed_at limit $2 for update skip locked
            ), untold as (delete from message_events where message in (select id from old))
            delete from messages where id in (select id from old)
            """;

    private final Pool database;
    private final Drain drain;

    MessageTable(Pool database, Drain drain) {
        this.database = database;
        this.drain = drain;
    }

    /** Keeps what a batch says of messages, in the caller's transaction. */
    public Uni<Void> save(SqlConnection transaction, List<MessageReport> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return recipients(transaction, Recipients.unsaid(reports))
                .chain(recipients -> write(transaction, recipients.in(reports)));
    }

    private static Uni<Recipients> recipients(SqlConnection transaction, List<Recipients.Sent> unsaid) {
        Recipients recipients = new Recipients();
        if (unsaid.isEmpty()) {
            return Uni.createFrom().item(recipients);
        }
        return transaction
                .preparedQuery(RECIPIENTS)
                .execute(Columns.of(unsaid)
                        .uuid(Recipients.Sent::connectorId)
                        .text(Recipients.Sent::messageId)
                        .tuple())
                .invoke(rows -> rows.forEach(row -> recipients.add(
                        new Recipients.Sent(row.getUUID("connector_id"), row.getString("message_id")),
                        row.getString("recipient"))))
                .replaceWith(recipients);
    }

    private static Uni<Void> write(SqlConnection transaction, List<MessageReport> reports) {
        List<MessageNow> messages = new ArrayList<>(MessageNow.after(reports));
        return transaction
                .preparedQuery(UPSERT)
                .execute(row(Columns.of(messages)).tuple())
                .chain(() -> transaction
                        .preparedQuery(ADD_TO_TIMELINES)
                        .execute(Columns.of(reports)
                                .uuid(MessageReport::id)
                                .uuid(report -> report.event().id())
                                .text(report -> report.type().type())
                                .time(report -> report.event().time())
                                .time(report -> report.event().receivedAt())
                                .text(MessageReport::error)
                                .tuple()))
                .replaceWithVoid();
    }

    private static Columns<MessageNow> row(Columns<MessageNow> columns) {
        return columns.uuid(MessageNow::id)
                .uuid(MessageNow::connectorId)
                .text(MessageNow::messageId)
                .text(MessageNow::provider)
                .text(MessageNow::channel)
                .text(MessageNow::direction)
                .text(MessageNow::sender)
                .text(MessageNow::recipient)
                .text(MessageNow::subject)
                .text(message -> message.standing().word())
                .number(message -> message.standing().height())
                .time(message -> message.standing().at())
                .text(message -> message.standing().error())
                .uuid(MessageNow::ticketId)
                .time(MessageNow::deletedAt);
    }

    /** Deletes the messages of which nothing was told for so long, a batch at a time, each a transaction of its own. */
    public Uni<Void> forget(Duration age) {
        Tuple expired = Tuple.of(Columns.time(Instant.now().minus(age)), FORGOTTEN_AT_A_TIME);
        return Multi.createBy()
                .repeating()
                .uni(() -> drain.track(database.preparedQuery(FORGET).execute(expired)))
                .whilst(deleted -> deleted.rowCount() == FORGOTTEN_AT_A_TIME && !drain.stopping())
                .onItem()
                .ignoreAsUni();
    }
}
