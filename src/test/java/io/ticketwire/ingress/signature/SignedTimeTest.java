package io.ticketwire.ingress.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.Verification;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Times in headers, at a window of five minutes unless said otherwise. */
class SignedTimeTest {

    private static final Instant ARRIVAL = Instant.ofEpochSecond(1_763_630_100);

    @ParameterizedTest
    @CsvSource({
        "UNIX_SECONDS, 1763630100",
        "UNIX_SECONDS, 1763629800",
        "UNIX_SECONDS, 1763630400",
        "UNIX_MILLISECONDS, 1763630100123",
        "ISO_8601, 2025-11-20T09:15:00Z",
        "ISO_8601, 2025-11-20T09:15:00.254571515Z",
        "ISO_8601, 2025-11-20T10:15:00+01:00",
    })
    void aTimeWithinTheWindowIsInOrder(SignedTime.Form form, String value) {
        assertEquals(Optional.empty(), refusal(form, Callback.of("").header("x-time", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX_SECONDS, 1763629799, stale",
        "UNIX_SECONDS, 1763630401, ahead",
        "UNIX_SECONDS, 1763630100000, ahead",
        "UNIX_MILLISECONDS, 1763630100, stale",
        "ISO_8601, 2025-11-20T09:09:59Z, stale",
        "ISO_8601, 2025-11-20T09:20:01Z, ahead",
        "UNIX_SECONDS, 2025-11-20T09:15:00Z, malformed_time",
        "UNIX_SECONDS, -1763630100, malformed_time",
        "UNIX_SECONDS, 1763630100.5, malformed_time",
        "UNIX_SECONDS, 99999999999999999999999, malformed_time",
        "UNIX_SECONDS, '', malformed_time",
        "ISO_8601, 1763630100, malformed_time",
        "ISO_8601, 2025-11-20T09:15:00, malformed_time",
    })
    void anyOtherTimeIsRefused(SignedTime.Form form, String value, String reason) {
        Optional<Verification> refusal = refusal(form, Callback.of("").header("x-time", value));

        assertEquals(Optional.of(new Verification.Refused(reason)), refusal);
    }

    @Test
    void aMissingTimeIsRefused() {
        assertEquals(
                Optional.of(new Verification.Refused("missing_time")),
                refusal(SignedTime.Form.UNIX_SECONDS, Callback.of("")));
    }

    @Test
    void twoTimesAreRefused() {
        Callback twice = Callback.of("").header("x-time", "1763630100").header("X-Time", "1763630100");

        assertEquals(Optional.of(new Verification.Refused("repeated")), refusal(SignedTime.Form.UNIX_SECONDS, twice));
    }

    @Test
    void withoutAWindowAnyTextIsInOrderForItIsOnlySigned() {
        SignedTime time = new SignedTime("x-time", SignedTime.Form.ISO_8601);

        Optional<Verification> refusal = time.refusal(
                Callback.of("").header("x-time", "1531420618").get(),
                ConnectorExample.within(Duration.ZERO, ConnectorExample.of("zendesk")),
                Trail.NONE);

        assertEquals(Optional.empty(), refusal);
    }

    @Test
    void aPersonIsToldHowFarAwayItWasAndInWhichUnitItIsMeant() {
        Trail trail = Trail.noting();

        new SignedTime("x-time", SignedTime.Form.UNIX_SECONDS)
                .refusal(
                        Callback.of("")
                                .header("x-time", "1763629799")
                                .receivedAt(ARRIVAL)
                                .get(),
                        ConnectorExample.of("slack"),
                        trail);

        assertEquals(
                "It says 2025-11-20T09:09:59Z, 301 s before arrival; the window is PT5M; is it really in UNIX_SECONDS?",
                trail.steps().get(0).detail());
    }

    private static Optional<Verification> refusal(SignedTime.Form form, Callback request) {
        return new SignedTime("x-time", form)
                .refusal(request.receivedAt(ARRIVAL).get(), ConnectorExample.of("slack"), Trail.NONE);
    }
}
