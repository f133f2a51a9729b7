package io.ticketwire.delivery;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.platform.Page;
import io.ticketwire.platform.Where;
import io.ticketwire.testing.FilledDatabase;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every filter of the list of deliveries, and the sensible combinations, are answered by an index. */
class DeliveryPlansTest {

    private static final String FILE = "deliveries.txt";
    private static FilledDatabase database;
    private static Map<String, String> words;

    @BeforeAll
    static void fill() {
        database = FilledDatabase.open();
        words = Map.of(
                "ENDPOINT",
                        database.value("select endpoint_id from deliveries group by 1 order by count(*) desc limit 1"),
                "SMALL", database.value("select endpoint_id from deliveries group by 1 order by count(*) limit 1"),
                "TICKET", database.value("select subject from deliveries group by 1 order by count(*) desc limit 1"),
                "EVENT", database.value("select event_id from deliveries order by seq limit 1"),
                "EARLY", database.time("deliveries", "created_at", "0.03", "0"),
                "MIDDLE", database.time("deliveries", "created_at", "0.5", "0"),
                "LATER", database.time("deliveries", "created_at", "0.5", "1 hour"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "endpoint {0} status {1} type {2} event {3} ticket {4} from {5} until {6}")
    @CsvSource(
            textBlock =
                    """
                    ,,,,,,
                    ENDPOINT,,,,,,
                    SMALL,,,,,,
                    ,delivered,,,,,
                    ,pending,,,,,
                    ,dead,,,,,
                    ,failed,,,,,
                    ,retrying,,,,,
                    ,skipped,,,,,
                    ,,ticket.created,,,,
                    ,,survey.response.completed,,,,
                    ,,no.such.type,,,,
                    ,,,EVENT,,,
                    ,,,,TICKET,,
                    ,,,,,MIDDLE,
                    ,,,,,,MIDDLE
                    ,,,,,MIDDLE,LATER
                    ,,,,,,EARLY
                    ENDPOINT,delivered,,,,,
                    ENDPOINT,dead,,,,,
                    SMALL,dead,,,,,
                    ENDPOINT,pending,,,,,
                    ENDPOINT,,survey.response.completed,,,,
                    ENDPOINT,,,,TICKET,,
                    ENDPOINT,,,,,MIDDLE,
                    ENDPOINT,,,,,,EARLY
                    SMALL,,,,,MIDDLE,LATER
                    ENDPOINT,dead,,,,MIDDLE,LATER
                    ENDPOINT,,,EVENT,,,
                    ,dead,ticket.created,,,,
                    ,dead,,,,MIDDLE,LATER
                    ,dead,,,,,EARLY
                    ,delivered,,,,,EARLY
                    ,,survey.response.completed,,,MIDDLE,LATER
                    ,,,,TICKET,MIDDLE,
                    ,pending,,,,MIDDLE,
                    """)
    void aListReadsNoTableFromEndToEnd(
            String endpoint, String status, String type, String event, String ticket, String since, String until) {
        Where where = new DeliveryFilter(
                        word(endpoint), status, type, word(event), word(ticket), word(since), word(until))
                .where();

        String plan = database.plan(
                FILE,
                "endpoint=%s status=%s event_type=%s event_id=%s ticket_id=%s since=%s until=%s"
                        .formatted(endpoint, status, type, event, ticket, since, until),
                where.newest("deliveries", Page.Request.of(null, null)));

        assertFalse(plan.contains("Seq Scan on deliveries"), plan);
        assertFalse(plan.contains("Seq Scan on events"), plan);
    }

    @ParameterizedTest
    @CsvSource({"EARLY", "MIDDLE"})
    void theAttemptsOfADeliveryAreLookedForFromItsDayOn(String created) {
        String delivery =
                database.value("select id from deliveries where created_at >= '%s' order by created_at limit 1"
                        .formatted(word(created)));

        String plan = database.plan(
                FILE,
                "attempts of a delivery " + created,
                new Where.Query(
                        DeliveryResource.ATTEMPTS,
                        Tuple.of(UUID.fromString(delivery), OffsetDateTime.parse(word(created)))));

        assertFalse(plan.replace("Seq Scan on " + today(), "all of today").contains("Seq Scan"), plan);
        assertTrue(plan.split("Scan using|Seq Scan").length - 1 <= (created.equals("EARLY") ? 32 : 18), plan);
    }

    /** Just after midnight (UTC) the partition of the day is a page or none: then that is read, and rightly so. */
    private static String today() {
        return database.value(
                "select max(inhrelid::regclass::text) from pg_inherits where inhparent = 'delivery_attempts'::regclass");
    }

    private static String word(String word) {
        return word == null ? null : words.get(word);
    }
}
