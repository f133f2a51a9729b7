package io.ticketwire.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RetryPolicyTest {

    private static final RetryPolicy TWO_RETRIES =
            new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofMinutes(5)));

    @ParameterizedTest(name = "after attempt {0}: {1}")
    @CsvSource({"1, PT1S", "2, PT5M", "3,", "4,", "1000,"})
    void everyDelayIsUsedOnceAndThenThePolicyIsExhausted(int attempt, Duration expected) {
        Optional<Duration> delay = TWO_RETRIES.delayAfter(attempt);

        assertEquals(Optional.ofNullable(expected), delay);
    }

    @Test
    void emptyPolicyRetriesNothing() {
        Optional<Duration> delay = new RetryPolicy(List.of()).delayAfter(1);

        assertEquals(Optional.empty(), delay);
    }
}
