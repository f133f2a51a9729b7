package io.ticketwire.ingress.chat.google;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CacheLifetimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "public, max-age=24028, must-revalidate, no-transform | -     | PT24028S",
                "public, max-age=24028                                | 4028  | PT20000S",
                "MAX-AGE=\"600\"                                      | -     | PT10M",
                "max-age=600                                          | soon  | PT10M",
                "max-age=5                                            | -     | PT1M",
                "max-age=600                                          | 9999  | PT1M",
                "max-age=9999999999                                   | -     | PT24H",
                "max-age=99999999999999999999                         | -     | PT24H",
                "s-maxage=7                                           | -     | PT1H",
                "no-cache, max-age=600                                | -     | PT1M",
                "private, no-store                                    | -     | PT1M",
                "public                                               | -     | PT1H",
                "-                                                    | -     | PT1H",
            })
    void lifetimeIsWhatTheSourceSaysWithinBounds(String cacheControl, String age, Duration expected) {
        assertEquals(expected, CacheLifetime.of(cacheControl, age));
    }
}
