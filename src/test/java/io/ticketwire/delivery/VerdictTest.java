package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Attempt.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The table of outcomes, row by row. */
class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final RetryPolicy POLICY = new RetryPolicy(List.of(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anySuccessIsDelivered(int status) {
        Verdict verdict = Verdict.of(responded(status), POLICY, 1, NOW, 0.1);

        assertEquals(new Verdict(Outcome.DELIVERED, null, null, null), verdict);
    }

    @Test
    void lastAttemptCanStillBeDelivered() {
        Verdict verdict = Verdict.of(responded(200), POLICY, 3, NOW, 0.1);

        assertEquals(Outcome.DELIVERED, verdict.outcome());
    }

    @Test
    void receiverThatIsGoneIsNeverAskedAgain() {
        Verdict verdict = Verdict.of(responded(410), POLICY, 1, NOW, 0.1);

        assertEquals(Outcome.FAILED, verdict.outcome());
        assertNull(verdict.nextAttemptAt());
        assertTrue(verdict.error().startsWith("gone: "));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 301, 302, 307, 400, 401, 404, 409, 429, 500, 502, 503, 599})
    void anyOtherStatusIsRetriedByThePolicy(int status) {
        Verdict verdict = Verdict.of(responded(status), POLICY, 2, NOW, 0);

        assertEquals(new Verdict(Outcome.RETRYING, NOW.plusSeconds(300), "status: " + status, null), verdict);
    }

    @Test
    void missingResponseIsRetriedByThePolicy() {
        Exchange timeout = new Exchange.Failed("timeout", "no complete response within 10 s");

        Verdict verdict = Verdict.of(timeout, POLICY, 1, NOW, 0);

        assertEquals(
                new Verdict(Outcome.RETRYING, NOW.plusSeconds(10), "timeout: no complete response within 10 s", null),
                verdict);
    }

    @Test
    void refusedAddressIsFailedAtOnceHoweverManyRetriesAreLeft() {
        Verdict verdict = Verdict.of(new Exchange.Refused("the address 10.0.0.1 is private"), POLICY, 1, NOW, 0.1);

        assertEquals(
                new Verdict(Outcome.FAILED, null, "refused_address: the address 10.0.0.1 is private", null), verdict);
    }

    @Test
    void jitterMakesTheRetryLaterAndNeverEarlier() {
        Verdict verdict = Verdict.of(responded(500), POLICY, 1, NOW, 0.1);

        assertEquals(NOW.plusSeconds(11), verdict.nextAttemptAt());
    }

    @Test
    void exhaustedPolicyMakesTheDeliveryDead() {
        Verdict verdict = Verdict.of(responded(500), POLICY, 3, NOW, 0.1);

        assertEquals(new Verdict(Outcome.DEAD, null, "status: 500", null), verdict);
    }

    @Test
    void deliveryIsDeadAtOnceWithoutRetries() {
        Verdict verdict = Verdict.of(new Exchange.Failed("dns", "no address"), new RetryPolicy(List.of()), 1, NOW, 0);

        assertEquals(new Verdict(Outcome.DEAD, null, "dns: no address", null), verdict);
    }

    @ParameterizedTest(name = "{0} with Retry-After {1}: in {2}")
    @CsvSource({
        "429, 60, PT1M",
        "503, 60, PT1M",
        "503, 3, PT10S", // the policy waits longer
        "503, 9999999, PT24H",
        "503, soon, PT10S",
        "500, 60, PT10S", // says nothing there
        "404, 60, PT10S",
    })
    void retryAfterPutsTheRetryOffButNeverBringsItForward(int status, String retryAfter, Duration expected) {
        Exchange busy = new Exchange.Responded(status, Map.of("retry-after", retryAfter), new byte[0]);

        Verdict verdict = Verdict.of(busy, POLICY, 1, NOW, 0);

        assertEquals(NOW.plus(expected), verdict.nextAttemptAt());
        boolean asked = expected.compareTo(Duration.ofSeconds(10)) > 0 || retryAfter.equals("3");
        assertEquals(
                asked ? NOW.plusSeconds(Math.min(Long.parseLong(retryAfter), 86_400)) : null, verdict.pauseUntil());
    }

    @Test
    void retryAfterDoesNotReviveAnExhaustedPolicy() {
        Exchange busy = new Exchange.Responded(429, Map.of("retry-after", "60"), new byte[0]);

        Verdict verdict = Verdict.of(busy, POLICY, 3, NOW, 0);

        assertEquals(Outcome.DEAD, verdict.outcome());
    }

    private static Exchange responded(int status) {
        return new Exchange.Responded(status, Map.of(), new byte[0]);
    }
}
