package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.ticketwire.event.Attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which attempts of a batch are to be counted. */
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

    private static Attempt attempt(int number) {
        UUID delivery = new UUID(0, 7);
        return new Attempt(
                delivery,
                delivery,
                "ticket.created",
                UUID.randomUUID(),
                number,
                Attempt.Outcome.RETRYING,
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
