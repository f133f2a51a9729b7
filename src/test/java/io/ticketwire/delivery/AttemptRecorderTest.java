package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.ticketwire.event.Attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which attempts of a batch are to be counted, and which is the latest. */
class AttemptRecorderTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void whatWasRecordedBeforeIsNotCountedAgain() {
        Attempt before = attempt(1);
        Attempt now = attempt(2);

        assertEquals(List.of(now), AttemptRecorder.fresh(List.of(before, now), Set.of(AttemptKey.of(now))));
    }

    @Test
    void whatABatchHoldsTwiceIsCountedOnce() {
        Attempt one = attempt(1);
        Attempt other = attempt(2);

        List<Attempt> fresh =
                AttemptRecorder.fresh(List.of(one, other, one), Set.of(AttemptKey.of(one), AttemptKey.of(other)));

        assertEquals(List.of(one, other), fresh);
    }

    @Test
    void theHighestNumberIsTheLatest() {
        assertEquals(List.of(attempt(3)), AttemptRecorder.latest(List.of(attempt(2), attempt(3), attempt(1))));
    }

    @Test
    void ofTwoWithOneNumberTheOneThatWasDeliveredIsTheLatest() {
        Attempt delivered = attempt(1, Attempt.Outcome.DELIVERED);
        Attempt retrying = attempt(1, Attempt.Outcome.RETRYING);

        assertEquals(List.of(delivered), AttemptRecorder.latest(List.of(delivered, retrying)));
        assertEquals(List.of(delivered), AttemptRecorder.latest(List.of(retrying, delivered)));
    }

    @Test
    void ofTwoWithOneNumberThatFailedTheSecondIsTheLatest() {
        Attempt retrying = attempt(1, Attempt.Outcome.RETRYING);
        Attempt skipped = attempt(1, Attempt.Outcome.SKIPPED);

        assertEquals(List.of(skipped), AttemptRecorder.latest(List.of(retrying, skipped)));
    }

    private static Attempt attempt(int number) {
        return attempt(number, Attempt.Outcome.RETRYING);
    }

    private static Attempt attempt(int number, Attempt.Outcome outcome) {
        UUID delivery = new UUID(0, 7);
        return new Attempt(
                delivery,
                delivery,
                "ticket.created",
                delivery,
                number,
                outcome,
                NINE.plusSeconds(number),
                12,
                500,
                "status: 500",
                null,
                Map.of(),
                Map.of(),
                null);
    }
}
