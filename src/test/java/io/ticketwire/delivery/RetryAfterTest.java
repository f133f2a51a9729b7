package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What receivers write into {@code Retry-After}. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00.250Z");

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1                             | PT1S",
                "' 120 '                       | PT2M",
                "86400                         | PT24H",
                "Wed, 01 Jul 2026 09:02:00 GMT | PT1M59.75S",
                "Wed, 1 Jul 2026 11:02:00 +0200 | PT1M59.75S",
                "Wednesday, 01-Jul-26 09:02:00 GMT | PT1M59.75S",
                "Wed Jul  1 09:02:00 2026      | PT1M59.75S",
                "Wed Jul 15 09:02:00 2026      | PT24H",
            })
    void secondsAndDatesAreTimesAhead(String header, Duration expected) {
        Optional<Instant> time = RetryAfter.parse(header, NOW);

        assertEquals(Optional.of(NOW.plus(expected)), time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "86401",
                "3155760000", // a century
                "999999999999999999999999999999",
                "Mon, 01 Jul 2126 09:00:00 GMT",
                "Wed Jul  1 09:00:00 2076",
            })
    void nobodyIsWaitedForLongerThanADay(String header) {
        Optional<Instant> time = RetryAfter.parse(header, NOW);

        assertEquals(Optional.of(NOW.plus(Duration.ofHours(24))), time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "-120",
                "Wed, 01 Jul 2026 09:00:00 GMT", // past
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Thu, 01 Jul 2026 09:02:00 GMT", // no Thursday
                "Wed, 32 Jul 2026 09:02:00 GMT",
                "Wed Jul  1 09:00:00 2026", // past
                "Sunday, 06-Nov-94 08:49:37 GMT", // of the last century
                "Wednesday, 01-Jul-26 09:02:00 CET",
                "60, 120", // two headers
                "60;",
                "+60",
                "６０", // digits, but not of HTTP
                "2026-07-01T09:02:00Z",
                "1.5",
                "1e3",
                "soon",
                "",
                "   ",
            })
    void whatIsPastOrGarbageIsNoTime(String header) {
        Optional<Instant> time = RetryAfter.parse(header, NOW);

        assertEquals(Optional.empty(), time);
    }

    @Test
    void missingHeaderIsNoTime() {
        Optional<Instant> time = RetryAfter.parse(null, NOW);

        assertEquals(Optional.empty(), time);
    }
}
