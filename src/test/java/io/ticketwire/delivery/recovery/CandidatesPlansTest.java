package io.ticketwire.delivery.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.platform.Where;
import io.ticketwire.testing.EndpointExample;
import io.ticketwire.testing.FilledDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Recoveries read their pages by an index, and all of them together are everything. */
class CandidatesPlansTest {

    private static final Instant NOW = Instant.now();
    private static FilledDatabase database;
    private static Endpoint endpoint;
    private static Window week;

    @BeforeAll
    static void fill() {
        database = FilledDatabase.open();
        endpoint = EndpointExample.endpoint()
                .id(UUID.fromString(
                        database.value("select endpoint_id from deliveries group by 1 order by count(*) desc limit 1")))
                .get();
        week = new Window(Only.FAILED, NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(13)));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aPageOfWhatFailedReadsNoTableFromEndToEnd() {
        String plan = database.plan(
                "recovery.txt",
                "what failed",
                new Where.Query(Candidates.FAILED, values(100).addUUID(endpoint.id())));

        assertFalse(plan.contains("Seq Scan on deliveries"), plan);
    }

    @Test
    void aPageOfEventsReadsNoTableFromEndToEnd() {
        String plan = database.plan(
                "recovery.txt",
                "events",
                new Where.Query(Candidates.EVENTS, values(1_000).addBoolean(false)));

        assertFalse(plan.contains("Seq Scan on events"), plan);
    }

    @ParameterizedTest
    @EnumSource(Only.class)
    void allPagesTogetherAreEverything(Only only) {
        long expected = Long.parseLong(database.value(
                only == Only.FAILED
                        ? "select count(*) from deliveries where endpoint_id = '" + endpoint.id()
                                + "' and status in ('retrying', 'failed', 'dead') and " + in("created_at")
                        : "select count(*) from events where " + in("recorded_at")));
        Window window = new Window(only, week.since(), week.until());
        long start = System.nanoTime();

        long counted = 0;
        long cursor = 0;
        Candidates.Page page;
        do {
            page = next(window, cursor);
            counted += page.deliveries().size();
            cursor = page.cursor();
        } while (!page.last());

        System.out.printf("%s: %d in %d ms%n", only, counted, (System.nanoTime() - start) / 1_000_000);
        assertEquals(expected, counted);
    }

    private static Candidates.Page next(Window window, long cursor) {
        return database.ask(pool -> new Candidates(pool).after(cursor, Integer.MAX_VALUE, window, endpoint));
    }

    private static Tuple values(int limit) {
        return Tuple.of(time(week.since()), time(week.until()), 0L, limit);
    }

    private static String in(String column) {
        return "%s >= '%s' and %s < '%s'".formatted(column, week.since(), column, week.until());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
