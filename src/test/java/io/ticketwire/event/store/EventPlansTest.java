package io.ticketwire.event.store;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.platform.Page;
import io.ticketwire.testing.FilledDatabase;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** Every filter of the list of events, and the sensible combinations, are answered by an index. */
class EventPlansTest {

    private static FilledDatabase database;
    private static Map<String, String> words;

    @BeforeAll
    static void fill() {
        database = FilledDatabase.open();
        words = Map.of(
                "CONNECTOR", database.value("select connector_id from events group by 1 order by count(*) limit 1"),
                "TICKET", database.value("select subject from events group by 1 order by count(*) desc limit 1"),
                "EARLY", database.time("events", "recorded_at", "0.03", "0"),
                "MIDDLE", database.time("events", "recorded_at", "0.5", "0"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "connector {0} type {1} subject {2} from {3} until {4}")
    @CsvSource(
            textBlock =
                    """
                    ,,,,
                    CONNECTOR,,,,
                    ,ticket.created,,,
                    ,survey.response.completed,,,
                    ,no.such.type,,,
                    ,,TICKET,,
                    ,,,MIDDLE,
                    ,,,,EARLY
                    CONNECTOR,survey.response.completed,,,
                    CONNECTOR,,,,EARLY
                    ,ticket.created,,,EARLY
                    ,survey.response.completed,,MIDDLE,
                    ,,TICKET,MIDDLE,
                    """)
    void aListReadsNoTableFromEndToEnd(String connector, String type, String subject, String since, String until) {
        var query = EventResource.filter(word(connector), type, word(subject), word(since), word(until))
                .newest("events", Page.Request.of(null, null));

        String plan = database.plan(
                "events.txt",
                "connector_id=%s type=%s subject=%s since=%s until=%s"
                        .formatted(connector, type, subject, since, until),
                query);

        assertFalse(plan.contains("Seq Scan on events"), plan);
    }

    private static String word(String word) {
        return word == null ? null : words.get(word);
    }
}
