package io.ticketwire.delivery.recovery;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which deliveries a recovery makes again. */
class ChoiceTest {

    private static final Instant BEGUN = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest(name = "{0}, subscribed {1}: failed {2}, missing {3}, all {4}")
    @CsvSource({
        "none,      true,  false, true,  true",
        "none,      false, false, false, false",
        "pending,   true,  false, false, false",
        "retrying,  true,  true,  false, true",
        "retrying,  false, true,  false, false",
        "failed,    true,  true,  false, true",
        "dead,      true,  true,  false, true",
        "dead,      false, true,  false, false",
        "skipped,   true,  false, true,  true",
        "skipped,   false, false, true,  false",
        "delivered, true,  false, false, true",
        "delivered, false, false, false, false"
    })
    void dependsOnWhatThereIs(String status, boolean subscribed, boolean failed, boolean missing, boolean all) {
        Choice.Known known = status.equals("none") ? null : new Choice.Known(status, BEGUN.minusSeconds(60));

        assertEquals(failed, Choice.wanted(Only.FAILED, known, subscribed, BEGUN));
        assertEquals(missing, Choice.wanted(Only.MISSING, known, subscribed, BEGUN));
        assertEquals(all, Choice.wanted(Only.ALL, known, subscribed, BEGUN));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "-1, false"})
    void aPendingDeliveryThatIsNotOlderThanTheRecoveryMayBeItsOwnAndIsPublishedAgain(long seconds, boolean wanted) {
        Choice.Known known = new Choice.Known("pending", BEGUN.plusSeconds(seconds));

        assertEquals(wanted, Choice.wanted(Only.MISSING, known, true, BEGUN));
    }
}
