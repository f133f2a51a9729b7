package io.ticketwire.ingress.ticket;

import java.time.Instant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
            "2026-11-20T09:15:00Z"                | 2026-11-20T09:15:00Z
            "2026-11-20T09:15:00.254571515Z"      | 2026-11-20T09:15:00.254571515Z
            "2026-11-20T10:15:00.123+0100"        | 2026-11-20T09:15:00.123Z
            "2026-11-20T10:15:00+01:00"           | 2026-11-20T09:15:00Z
            "2026-11-20T04:45:00-04:30"           | 2026-11-20T09:15:00Z
            "2026-11-20 09:15:00"                 | 2026-11-20T09:15:00Z
            "2026-11-20 09:15:00 UTC"             | 2026-11-20T09:15:00Z
            "2026-11-20 14:45:00 +0530"           | 2026-11-20T09:15:00Z
            "Fri, 20 Nov 2026 09:15:00 GMT"       | 2026-11-20T09:15:00Z
            1795166100                            | 2026-11-20T09:15:00Z
            1795166100.5                          | 2026-11-20T09:15:00.500Z
            1795166100123                         | 2026-11-20T09:15:00.123Z
            "1795166100123"                       | 2026-11-20T09:15:00.123Z
            "2026-11-22T00:00:00Z"                | 2026-11-22T00:00:00Z
            "2026-11-22T00:00:01Z"                | null
            "1999-12-31T23:59:59Z"                | null
            "2026-02-30T00:00:00Z"                | null
            "2026-11-20T25:15:00Z"                | null
            "2026-11-20T10:15:00+99:00"           | null
            "/Date(1795166100123)/"               | 2026-11-20T09:15:00.123Z
            "/Date(1795166100123+0100)/"          | 2026-11-20T09:15:00.123Z
            "2026-11-20"                          | null
            "20/11/2026 09:15"                    | null
            "yesterday"                           | null
            0                                     | null
            -1795166100                           | null
            1e999999                              | null
            true                                  | null
            {}                                    | null
            """)
    void a_time_is_read_in_the_forms_of_the_platforms(String json, Instant expected) throws Exception {
        assertEquals(expected, Times.of(JsonMapper.builder().build().readTree(json), NOW));
    }
}
