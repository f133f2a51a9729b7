package io.ticketwire.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The value on the attempts topic. */
class AttemptTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00.120Z");

    @ParameterizedTest
    @EnumSource(Attempt.Outcome.class)
    void attemptIsReadBackAsItWasWritten(Attempt.Outcome outcome) {
        Attempt attempt = attempt(outcome, 503, "status: 503", NINE.plusSeconds(60), "Grüße \uD83D\uDE00");

        byte[] json = Json.bytes(attempt);

        assertEquals(attempt, Json.read(json, Attempt.class));
        Schemas.assertValidAgainst("attempt", json);
    }

    @Test
    void attemptWithoutAResponseIsReadBackAsItWasWritten() {
        Attempt attempt = attempt(Attempt.Outcome.DEAD, null, "timeout: no complete response", null, null);

        byte[] json = Json.bytes(attempt);

        assertEquals(attempt, Json.read(json, Attempt.class));
        Schemas.assertValidAgainst("attempt", json);
    }

    @ParameterizedTest
    @EnumSource(Attempt.Outcome.class)
    void outcomeIsTheSameWordOnTheWireAndInTheDatabase(Attempt.Outcome outcome) {
        String word = outcome.word();

        assertEquals('"' + word + '"', Json.text(outcome));
    }

    private static Attempt attempt(
            Attempt.Outcome outcome, Integer status, String error, Instant next, String responseBody) {
        return new Attempt(
                UUID.fromString("7b1f408e-03dd-5621-90cd-880a6f3599c7"),
                UUID.fromString("1dc0bd2d-0aba-5208-b3b4-047cd54f62c5"),
                "ticket.created",
                UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77"),
                3,
                outcome,
                NINE,
                87,
                status,
                error,
                next,
                Map.of("X-Webhook-Attempt", "3"),
                Map.of("retry-after", "60"),
                responseBody);
    }
}
