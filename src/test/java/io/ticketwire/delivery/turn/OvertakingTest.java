package io.ticketwire.delivery.turn;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.delivery.turn.RecentAttempts.Recent;
import io.ticketwire.event.DeliveryTask;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which record gives way to an attempt that was made. */
class OvertakingTest {

    private static final Instant MADE = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest(name = "{0}: after {1} attempts, number {2} {3}: overtaken {4}")
    @CsvSource({
        "a new delivery read twice,          0, 1, over, true",
        "a new delivery read twice,          0, 1, open, true",
        "the retry of the attempt,           1, 1, open, false",
        "the retry of a lost first try,      1, 1, over, true",
        "a retry that somebody overtook,     1, 2, open, true",
        "a later retry,                      3, 2, open, false",
    })
    void aRecordGivesWayToALaterAttemptAndToTheEnd(String what, int attempts, int number, String state, boolean gives) {
        Recent made = new Recent(number, MADE, state.equals("open") ? MADE.plusSeconds(5) : null);

        boolean overtaken = Overtaking.overtaken(task(attempts, 0, null), made);

        assertEquals(gives, overtaken, what);
    }

    @ParameterizedTest(name = "asked {0} ms after the attempt began: overtaken {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void whoHadItSentAgainGetsAnAttemptUnlessOneWasBegunSince(long millis, boolean gives) {
        Recent made = new Recent(7, MADE, null);

        boolean overtaken = Overtaking.overtaken(task(3, 3, MADE.plusMillis(millis)), made);

        assertEquals(gives, overtaken);
    }

    private static DeliveryTask task(int attempts, int policyFrom, Instant requestedAt) {
        UUID id = UUID.fromString("7b1f408e-03dd-5621-90cd-880a6f3599c7");
        return new DeliveryTask(
                id,
                id,
                id,
                "ticket.created",
                "subject",
                1,
                attempts,
                policyFrom,
                requestedAt,
                false,
                MADE,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                new byte[0]);
    }
}
