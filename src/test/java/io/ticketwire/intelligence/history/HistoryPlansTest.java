package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Insight;
import io.ticketwire.platform.Where;
import io.ticketwire.testing.FilledDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was before a message is found, at the same cost however much that is. */
class HistoryPlansTest {

    private static final UUID TICKET = UUID.fromString("4f0c9a3e-5a0f-4a87-9a55-0d3e0c5b9a01");
    private static final UUID CONNECTOR = UUID.fromString("4f0c9a3e-5a0f-4a87-9a55-0d3e0c5b9a02");
    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);

    /** All that the query asks for: 20 answers, 50 messages of the ticket, 100 of the customer, and the message itself. */
    private static final long MOST_ROWS = 171;

    private static final Pattern ROWS = Pattern.compile("(?:rows=|Rows Removed by Filter: )(\\d+)");

    private static FilledDatabase database;

    /** A message a minute, of which agents have written the first and the third. */
    @BeforeAll
    static void fill() {
        database = FilledDatabase.open();
        run(
                """
                insert into conversations (id, ticket_id, author_type, text, public, created_at, recorded_at)
                select md5('said' || n)::uuid, '%1$s', case when n in (1, 3) then 'agent' else 'customer' end, 'Any news?', true, at, at
                from generate_series(1, 10000) n, lateral (select timestamptz '%2$s' - (10001 - n) * interval '1 minute' as at) t
                on conflict do nothing
                """
                        .formatted(TICKET, NOW));
        run(
                """
                insert into insights (event_id, ticket_id, connector_id, customer, at, received_at, words, sentiment, hostility,
                    escalation, reply, insight, recorded_at)
                select id, ticket_id, '%1$s', 'dana@customer.com', created_at, created_at, 1, 0, 0, 0, true, '{}', recorded_at
                from conversations where ticket_id = '%2$s' and author_type = 'customer'
                on conflict do nothing
                """
                        .formatted(CONNECTOR, TICKET));
        run("analyze conversations, insights");
    }

    private static void run(String sql) {
        database.ask(pool -> pool.query(sql).execute());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTicketOfTenThousandMessagesCostsNoMoreThanAnother() {
        // given
        Origin next = new Origin(UUID.randomUUID(), TICKET, CONNECTOR, "dana@customer.com", NOW, NOW);

        // when
        String plan = database.plan("history.txt", "10,000 messages", HistoryTable.query(List.of(next), WINDOW));

        // then
        long most = ROWS.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToLong(rows -> Long.parseLong(rows.replaceAll("\\D", "")))
                .max()
                .orElseThrow();
        assertTrue(most <= MOST_ROWS, plan);
    }

    @Test
    void whatIsKeptOfAMessageIsWhatIsKnownBeforeTheNext() {
        // given
        Read kept = Reads.received(Duration.ofHours(1), Reads.untold(Duration.ZERO, AlarmKind.HOSTILITY, 40));
        Origin next = Reads.origin("t1", Duration.ofMinutes(5));
        Insight insight = Reads.insight("very_negative", "hostile", 0.9, 40);

        // when
        database.ask(pool -> new InsightTable(pool).save(List.of(new Kept(kept, true, null, "Idiots", insight))));
        Before before = database.ask(pool -> new HistoryTable(pool).before(List.of(next), WINDOW))
                .get(next.eventId());

        // then
        assertEquals(List.of(kept), before.reads());
    }

    @Test
    void whatASourceDatesAheadIsNotTheLatestOfItsTicketForEver() {
        // given
        Insight insult = Reads.insight("very_negative", "hostile", 0.9, 40);
        Insight thanks = Reads.insight("positive", "none", 0, 0);
        Read ahead = new Read(
                Reads.origin("ahead", Duration.ofDays(365), Duration.ofMinutes(10)), 1L, -2, 2, 40, null, null);
        Read next = new Read(Reads.origin("ahead", Duration.ofMinutes(15)), 2L, 1, 0, 0, null, null);

        // when
        database.ask(pool -> new InsightTable(pool).save(List.of(new Kept(ahead, true, null, "Idiots", insult))));
        database.ask(pool -> new InsightTable(pool).save(List.of(new Kept(next, true, null, "Thanks", thanks))));

        // then
        assertEquals(List.of("none"), hostilityOf(next.origin().ticketId()));
    }

    private static List<String> hostilityOf(UUID ticketId) {
        return database.ask(pool -> pool.preparedQuery("select hostility from ticket_insights where ticket_id = $1")
                .execute(Tuple.of(ticketId))
                .map(rows -> Where.all(rows, row -> row.getString("hostility"))));
    }

    @Test
    void theLastAnswerIsFoundHoweverManyMessagesCameAfterIt() {
        // given
        Origin next = new Origin(UUID.randomUUID(), TICKET, CONNECTOR, "dana@customer.com", NOW, NOW);

        // when
        Before before = database.ask(pool -> new HistoryTable(pool).before(List.of(next), WINDOW))
                .get(next.eventId());

        // then
        assertEquals(NOW.minus(Duration.ofMinutes(9_998)), before.answeredAt());
    }
}
