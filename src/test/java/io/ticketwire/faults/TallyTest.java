package io.ticketwire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.ticketwire.event.Ids;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A suite that counts is worth what its counting is. */
class TallyTest {

    private static final Instant SENT = Instant.parse("2026-07-02T12:00:00Z");
    private static final Duration REACH = Duration.ofSeconds(5);
    private static final UUID EVENT = Ids.of("event");
    private static final UUID OTHER_EVENT = Ids.of("other event");
    private static final UUID ENDPOINT = Ids.of("endpoint");
    private static final UUID OTHER_ENDPOINT = Ids.of("other endpoint");

    @Test
    void anAcceptedEventThatOneOfTwoEndpointsNeverGotIsLost() {
        Tally tally = tally(List.of(ENDPOINT, OTHER_ENDPOINT), List.of(answer(EVENT, 1)), List.of());

        assertEquals(Set.of(Ids.delivery(EVENT, OTHER_ENDPOINT)), tally.lost());
    }

    @Test
    void aDeliveryOfAnEventThatWasRefusedIsNeitherLostNorADuplicate() {
        Tally tally = tally(List.of(ENDPOINT), List.of(answer(EVENT, 1), answer(OTHER_EVENT, 1)), List.of());

        assertEquals(Set.of(), tally.lost());
        assertEquals(0, tally.duplicates());
        assertEquals(1, tally.unasked());
    }

    @Test
    void aDuplicateWithoutAFaultIsUnexplained() {
        Tally tally = tally(List.of(ENDPOINT), List.of(answer(EVENT, 1), answer(EVENT, 2)), List.of());

        assertEquals(1, tally.duplicates());
        assertEquals(Set.of(Ids.delivery(EVENT, ENDPOINT)), tally.unexplained());
        assertEquals(0, tally.bound());
    }

    @Test
    void aKillExplainsOneDuplicateOfWhatWasUnderWayAndNoSecondOne() {
        Injected kill = fault(FaultKind.GATEWAY_KILL, 4, 20);
        List<Answer> twice = List.of(answer(EVENT, 1), answer(EVENT, 15));
        List<Answer> thrice = List.of(answer(EVENT, 1), answer(EVENT, 15), answer(EVENT, 16));

        assertEquals(Set.of(), tally(List.of(ENDPOINT), twice, List.of(kill)).unexplained());
        assertEquals(1, tally(List.of(ENDPOINT), twice, List.of(kill)).bound());
        assertEquals(
                1, tally(List.of(ENDPOINT), thrice, List.of(kill)).unexplained().size());
    }

    @Test
    void aKillExplainsNoDuplicateOfWhatHadArrivedLongBeforeOrWasSentAfterIt() {
        Injected late = fault(FaultKind.GATEWAY_KILL, 7, 20);
        Injected early = fault(FaultKind.GATEWAY_KILL, -1, 20);
        List<Answer> twice = List.of(answer(EVENT, 1), answer(EVENT, 15));

        assertEquals(
                1, tally(List.of(ENDPOINT), twice, List.of(late)).unexplained().size());
        assertEquals(
                1, tally(List.of(ENDPOINT), twice, List.of(early)).unexplained().size());
    }

    @Test
    void anOutageOfTheBrokerExplainsDuplicatesOfWhatWasSentDuringIt() {
        Injected outage = fault(FaultKind.BROKER_KILL, -10, -1);

        Tally tally = tally(List.of(ENDPOINT), List.of(answer(EVENT, 1), answer(EVENT, 3)), List.of(outage));

        assertEquals(Set.of(), tally.unexplained());
    }

    @Test
    void aReceiverThatAnswers500ExplainsNothing() {
        Injected errors = fault(FaultKind.RECEIVER_ERRORS, 0, 1);

        Tally tally = tally(List.of(ENDPOINT), List.of(answer(EVENT, 1), answer(EVENT, 3)), List.of(errors));

        assertEquals(1, tally.unexplained().size());
    }

    @Test
    void whatTheBrokerCouldNotCommitAKillMinutesLaterMayRepeat() {
        Injected outage = fault(FaultKind.BROKER_KILL, 2, 200);
        Injected kill = fault(FaultKind.GATEWAY_KILL, 100, 110);
        List<Answer> thrice = List.of(answer(EVENT, 1), answer(EVENT, 210), answer(EVENT, 211));

        assertEquals(
                Set.of(),
                tally(List.of(ENDPOINT), thrice, List.of(outage, kill)).unexplained());
        assertEquals(
                1,
                tally(List.of(ENDPOINT), thrice, List.of(outage)).unexplained().size());
    }

    @Test
    void aReceiverWhoseAnswerCameTooLateIsRightlyAskedAgain() {
        List<Answer> twice = List.of(answer(EVENT, 1), answer(EVENT, 15));
        Set<Attempted> unheard = Set.of(new Attempted(Ids.delivery(EVENT, ENDPOINT), 1));

        Tally tally = Tally.of(Map.of(EVENT, SENT), List.of(ENDPOINT), twice, unheard, List.of(), REACH);

        assertEquals(Set.of(), tally.unexplained());
        assertEquals(1, tally.bound());
    }

    private static Tally tally(List<UUID> endpoints, List<Answer> answers, List<Injected> faults) {
        return Tally.of(Map.of(EVENT, SENT), endpoints, answers, Set.of(), faults, REACH);
    }

    private static Answer answer(UUID event, long second) {
        return new Answer(Ids.delivery(event, ENDPOINT), 1, SENT.plusSeconds(second));
    }

    private static Injected fault(FaultKind kind, long begin, long over) {
        return new Injected(kind, SENT.plusSeconds(begin), SENT.plusSeconds(over));
    }
}
