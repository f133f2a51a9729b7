package io.ticketwire.ticket.message;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.event.EventType;
import io.ticketwire.event.Topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which of two reports on a message holds. */
class MessageStateTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"QUEUED, SENT", "QUEUED, DEFERRED", "SENT, DELIVERED", "DEFERRED, DELIVERED", "DELIVERED, READ"})
    void higherRankHoldsHoweverLateTheLowerOneIs(MessageState lower, MessageState higher) {
        long late = lower.standing(Instant.parse("9999-12-31T23:59:59.999Z"));

        assertTrue(higher.standing(Instant.EPOCH) > late);
    }

    @ParameterizedTest
    @CsvSource({"SENT, DEFERRED", "DEFERRED, SENT", "DELIVERED, DELIVERED", "QUEUED, QUEUED", "RECEIVED, RECEIVED"})
    void ofEqualRanksTheLaterOneHolds(MessageState earlier, MessageState later) {
        assertTrue(later.standing(NINE.plusMillis(1)) > earlier.standing(NINE));
    }

    @Test
    void ofEqualRanksAtOneTimeItIsAlwaysTheSameThatHolds() {
        assertTrue(MessageState.DEFERRED.standing(NINE) > MessageState.SENT.standing(NINE));
    }

    @Test
    void sameReportTwiceIsNoNews() {
        assertEquals(MessageState.READ.standing(NINE), MessageState.READ.standing(NINE));
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void nothingTakesThePlaceOfAFailure(MessageState other) {
        long failed = MessageState.FAILED.standing(NINE);

        assertTrue(other.standing(NINE.plusSeconds(60)) <= failed);
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void anyStateIsMoreThanNone(MessageState state) {
        assertTrue(state.standing(Instant.EPOCH) > MessageState.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void clocksBeyondAllBoundsAreTakenToBeAtTheBounds(MessageState state) {
        assertTrue(state.standing(Instant.MIN) <= state.standing(NINE));
        assertTrue(state.standing(Instant.MAX) >= state.standing(NINE));
        assertTrue(state == MessageState.FAILED
                || state.standing(Instant.MAX) < MessageState.FAILED.standing(Instant.MIN));
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_INCOMING, received",
        "MESSAGE_QUEUED, queued",
        "MESSAGE_SENT, sent",
        "MESSAGE_DEFERRED, deferred",
        "MESSAGE_DELIVERED, delivered",
        "MESSAGE_READ, read",
        "EMAIL_OPENED, read",
        "EMAIL_CLICKED, read",
        "MESSAGE_FAILED, failed",
        "EMAIL_BOUNCED, failed"
    })
    void eventTellsAState(EventType type, String state) {
        assertEquals(state, MessageState.of(type).word());
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {
                "MESSAGE_EDITED",
                "MESSAGE_DELETED",
                "MESSAGE_REACTION",
                "EMAIL_COMPLAINED",
                "EMAIL_UNSUBSCRIBED",
                "EMAIL_RESUBSCRIBED"
            })
    void eventLeavesTheStateAsItWas(EventType type) {
        assertEquals(Topic.MESSAGES, type.topic());
        assertNull(MessageState.of(type));
    }
}
