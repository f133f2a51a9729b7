package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told apart and what is not. */
class LedgerTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Instant NINE = Inbounds.NINE;

    @Test
    void recordThatIsReadFromTheBrokerAgainWasProcessed() {
        Ledger ledger = ledger(byBody(NINE));

        boolean processed = ledger.processed(byBody(NINE));

        assertTrue(processed);
    }

    @Test
    void equalBodyThatCameAtAnotherTimeWasNotProcessed() {
        Ledger ledger = ledger(byBody(NINE));

        boolean processed = ledger.processed(byBody(NINE.plusNanos(1_000)));

        assertFalse(processed);
    }

    @Test
    void sendersEventIdIsOneEventHoweverFarApart() {
        Ledger ledger = ledger(byEventId("evt-1", NINE));

        boolean processed = ledger.processed(byEventId("evt-1", NINE.plus(Duration.ofDays(300))));

        assertTrue(processed);
    }

    @Test
    void anotherEventIdOfTheSenderIsAnotherEvent() {
        Ledger ledger = ledger(byEventId("evt-1", NINE));

        boolean processed = ledger.processed(byEventId("evt-2", NINE));

        assertFalse(processed);
    }

    @Test
    void anEventWhoseEntryIsForgottenKeepsItsIdToItself() {
        Inbound again = byBody(NINE.plus(Duration.ofDays(30)));
        Ledger ledger = new Ledger(List.of(), Set.of(again.event().id()), WINDOW);

        UUID fresh = ledger.freshId(again);

        assertNotEquals(again.event().id(), fresh);
    }

    @ParameterizedTest(name = "{0} after the first: {1}")
    @CsvSource({"PT0S, true", "PT10M, true", "PT10M0.000001S, false", "PT-10M, true", "PT-10M-0.000001S, false"})
    void equalBodyIsARepeatWithinTheWindow(Duration after, boolean expected) {
        Ledger ledger = ledger(byBody(NINE));

        boolean repeated = ledger.repeatedBody(byBody(NINE.plus(after)));

        assertEquals(expected, repeated);
    }

    @Test
    void windowStartsAnewWithEveryRepeat() {
        Ledger ledger = ledger(byBody(NINE), byBody(NINE.plus(WINDOW)));

        boolean repeated = ledger.repeatedBody(byBody(NINE.plus(WINDOW).plus(WINDOW)));

        assertTrue(repeated);
    }

    @Test
    void recordsThatComeOutOfOrderDoNotSetTheWindowBack() {
        Ledger ledger = ledger(byBody(NINE.plus(WINDOW)), byBody(NINE));

        boolean repeated = ledger.repeatedBody(byBody(NINE.plus(WINDOW).plus(WINDOW)));

        assertTrue(repeated);
    }

    @Test
    void bodyThatWasNeverSeenIsNoRepeat() {
        boolean repeated = ledger().repeatedBody(byBody(NINE));

        assertFalse(repeated);
    }

    @Test
    void firstRecordIsToldUnderItsOwnId() {
        UUID id = ledger().freshId(byBody(NINE));

        assertEquals(byBody(NINE).event().id(), id);
    }

    @Test
    void laterRecordOfAnEqualBodyIsToldUnderANewIdThatIsAlwaysTheSame() {
        Ledger ledger = ledger(byBody(NINE));

        UUID id = ledger.freshId(byBody(NINE.plusSeconds(3)));

        assertNotEquals(byBody(NINE).event().id(), id);
        assertEquals(ledger(byBody(NINE.plusSeconds(1))).freshId(byBody(NINE.plusSeconds(3))), id);
    }

    @Test
    void recordsOfEqualBodiesAtDifferentTimesGetDifferentIds() {
        Ledger ledger = ledger(byBody(NINE));

        List<UUID> ids = new ArrayList<>();
        for (int micros = 1; micros <= 1_000; micros++) {
            ids.add(ledger.freshId(byBody(NINE.plusNanos(micros * 1_000L))));
        }

        assertEquals(1_000, ids.stream().distinct().count());
    }

    private static Ledger ledger(Inbound... processed) {
        return new Ledger(
                List.of(processed).stream()
                        .map(inbound -> Ledger.entry(inbound, false))
                        .toList(),
                Set.of(),
                WINDOW);
    }

    private static Inbound byBody(Instant receivedAt) {
        return Inbounds.observed(Seen.ticket().status("open"), receivedAt);
    }

    private static Inbound byEventId(String id, Instant receivedAt) {
        return Inbounds.observed(Seen.ticket().status("open"), id, receivedAt);
    }
}
