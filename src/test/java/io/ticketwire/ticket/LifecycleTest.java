package io.ticketwire.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Completeness;
import io.ticketwire.event.EventType;
import io.ticketwire.event.TicketObservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every arrow of the drawing in {@link Lifecycle}, and what makes none. */
class LifecycleTest {

    private static final String EARLIER = "2026-07-01T08:59:59.999Z";
    private static final String NOW = "2026-07-01T09:00:00Z";
    private static final String LATER = "2026-07-01T09:00:00.001Z";

    @Test
    void firstSightCreatesTheTicketWithANumber() {
        Transition transition =
                next(null, Seen.ticket().status("open").subject("Login").createdAt(NOW));

        Transition.Happened created = happened(EventType.TICKET_CREATED, transition);
        assertEquals(Seen.TICKET, created.ticket().id());
        assertEquals("12345", created.ticket().externalId());
        assertEquals("TW-2026-000123", created.ticket().ticketNumber());
        assertEquals(Seen.CONNECTOR, created.ticket().connectorId());
        assertEquals("Login", created.ticket().subject());
        assertEquals(Instant.parse(NOW), created.ticket().createdAt());
        assertEquals(Map.of(), created.changes());
        assertFalse(created.now().deleted());
    }

    @Test
    void whatTheSourceDoesNotGiveIsNullAndNoMadeUpDefault() {
        Transition transition = next(null, Seen.ticket());

        Transition.Happened created = happened(EventType.TICKET_CREATED, transition);
        assertNull(created.ticket().status());
        assertNull(created.ticket().priority());
        assertNull(created.ticket().updatedAt());
        assertEquals(List.of(), created.ticket().tags());
    }

    @Test
    void firstSightOfAFinishedTicketIsItsCreation() {
        Transition transition = next(null, Seen.ticket().status("closed"));

        happened(EventType.TICKET_CREATED, transition);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE, false", "PARTIAL, true", "THIN, true", ", false"})
    void firstSightSaysWhetherTheRestHasToBeAskedFor(Completeness how, boolean needed) {
        Transition transition = next(null, Seen.ticket().completeness(how));

        Transition.Happened created = happened(EventType.TICKET_CREATED, transition);
        assertEquals(needed, created.ticket().needsEnrichment());
    }

    @ParameterizedTest
    @CsvSource({
        "false, COMPLETE, false",
        "false, PARTIAL, false",
        "false, THIN, true",
        "true, COMPLETE, false",
        "true, PARTIAL, true",
        "true, THIN, true",
        "true, , true",
    })
    void laterOnesAskForMoreOrBringItWithoutAnEventOfTheirOwn(boolean before, Completeness how, boolean after) {
        Known known = known(Seen.ticket().completeness(before ? Completeness.THIN : Completeness.COMPLETE));

        Transition transition = next(known, Seen.ticket().completeness(how));

        Transition.Silent silent = assertInstanceOf(Transition.Silent.class, transition);
        assertEquals(after, silent.now().ticket().needsEnrichment());
    }

    @Test
    void deletionOfATicketThatWasNeverSeenIsIgnored() {
        Transition transition = next(null, Seen.ticket().deleted());

        assertInstanceOf(Transition.Ignored.class, transition);
    }

    @Test
    void statusAloneOfATicketThatWasNeverSeenIsIgnored() {
        Transition transition = Lifecycle.next(
                null, TicketObservation.ofStatus(Seen.TICKET, "resolved"), Seen.CONNECTOR, LifecycleTest::number);

        assertInstanceOf(Transition.Ignored.class, transition);
    }

    @Test
    void statusAloneResolvesAKnownTicketAndKeepsTheRest() {
        Known open = known(Seen.ticket().status("open").subject("Login"));

        Transition transition = Lifecycle.next(
                open, TicketObservation.ofStatus(Seen.TICKET, "resolved"), Seen.CONNECTOR, LifecycleTest::number);

        Transition.Happened resolved = happened(EventType.TICKET_RESOLVED, transition);
        assertEquals("Login", resolved.ticket().subject());
        assertEquals("Acme Zendesk", resolved.ticket().connector());
    }

    @Test
    void changedFieldIsAnUpdateThatSaysFromWhatToWhat() {
        Known low = known(Seen.ticket().status("open").priority("low"));

        Transition transition = next(low, Seen.ticket().status("open").priority("high"));

        Transition.Happened updated = happened(EventType.TICKET_UPDATED, transition);
        assertEquals(Map.of("priority", new Transition.Change("low", "high")), updated.changes());
        assertEquals("high", updated.ticket().priority());
    }

    @Test
    void fieldThatIsGivenForTheFirstTimeChangesFromNull() {
        Known bare = known(Seen.ticket());

        Transition transition = next(bare, Seen.ticket().subject("Login"));

        Transition.Happened updated = happened(EventType.TICKET_UPDATED, transition);
        assertEquals(Map.of("subject", new Transition.Change(null, "Login")), updated.changes());
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "new, open, TICKET_UPDATED",
        "open, pending, TICKET_UPDATED",
        "pending, on_hold, TICKET_UPDATED",
        "open, resolved, TICKET_RESOLVED",
        "new, closed, TICKET_RESOLVED",
        ", closed, TICKET_RESOLVED",
        "resolved, closed, TICKET_UPDATED",
        "closed, resolved, TICKET_UPDATED",
        "resolved, open, TICKET_REOPENED",
        "closed, on_hold, TICKET_REOPENED",
    })
    void changeOfTheStatusIsToldByTheWordThatSaysItBest(String from, String to, EventType told) {
        Known known = known(Seen.ticket().status(from));

        Transition transition = next(known, Seen.ticket().status(to));

        assertEquals(
                Map.of("status", new Transition.Change(from, to)),
                happened(told, transition).changes());
    }

    @Test
    void resolutionTellsWhatElseChanged() {
        Known open = known(Seen.ticket().status("open").priority("low"));

        Transition transition = next(open, Seen.ticket().status("resolved").priority("high"));

        Transition.Happened resolved = happened(EventType.TICKET_RESOLVED, transition);
        assertEquals(
                List.of("status", "priority"), List.copyOf(resolved.changes().keySet()));
    }

    @Test
    void nullChangesNothing() {
        Known known = known(
                Seen.ticket().status("open").priority("low").subject("Login").tags("vip"));

        Transition transition = next(known, Seen.ticket());

        assertEquals(
                known, assertInstanceOf(Transition.Silent.class, transition).now());
    }

    @Test
    void tagsThatAreEmptiedAreAChange() {
        Known tagged = known(Seen.ticket().tags("vip", "login"));

        Transition transition = next(tagged, Seen.ticket().tags());

        Transition.Happened updated = happened(EventType.TICKET_UPDATED, transition);
        assertEquals(Map.of("tags", new Transition.Change(List.of("vip", "login"), List.of())), updated.changes());
    }

    @Test
    void olderObservationIsIgnored() {
        Known known = known(Seen.ticket().status("resolved").updatedAt(NOW));

        Transition transition = next(known, Seen.ticket().status("open").updatedAt(EARLIER));

        assertInstanceOf(Transition.Ignored.class, transition);
    }

    @Test
    void olderDeletionIsIgnored() {
        Known known = known(Seen.ticket().status("open").updatedAt(NOW));

        Transition transition = next(known, Seen.ticket().deleted().updatedAt(EARLIER));

        assertInstanceOf(Transition.Ignored.class, transition);
    }

    @Test
    void observationOfTheSameInstantIsApplied() {
        Known known = known(Seen.ticket().status("open").updatedAt(NOW));

        Transition transition = next(known, Seen.ticket().status("resolved").updatedAt(NOW));

        happened(EventType.TICKET_RESOLVED, transition);
    }

    @Test
    void observationWithoutAClockIsAppliedAndKeepsTheClock() {
        Known known = known(Seen.ticket().status("open").updatedAt(NOW));

        Transition transition = next(known, Seen.ticket().status("pending"));

        Transition.Happened updated = happened(EventType.TICKET_UPDATED, transition);
        assertEquals(Instant.parse(NOW), updated.ticket().updatedAt());
    }

    @Test
    void clockThatMovesOnIsKeptWithoutAnEvent() {
        Known known = known(Seen.ticket().status("open").updatedAt(NOW));

        Transition transition = next(known, Seen.ticket().status("open").updatedAt(LATER));

        Known kept = assertInstanceOf(Transition.Silent.class, transition).now();
        assertEquals(Instant.parse(LATER), kept.ticket().updatedAt());
    }

    @Test
    void timeOfCreationStaysWhatItWasFirst() {
        Known known = known(Seen.ticket().createdAt(EARLIER));

        Transition transition = next(known, Seen.ticket().createdAt(LATER));

        Known kept = assertInstanceOf(Transition.Silent.class, transition).now();
        assertEquals(Instant.parse(EARLIER), kept.ticket().createdAt());
    }

    @Test
    void renamedConnectorMakesNoEventButIsKept() {
        Known known = known(Seen.ticket().status("open"));

        Transition transition = next(known, Seen.ticket().status("open").connector("Acme Support"));

        Known kept = assertInstanceOf(Transition.Silent.class, transition).now();
        assertEquals("Acme Support", kept.ticket().connector());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "closed"})
    void anyTicketCanBeDeleted(String status) {
        Known known = known(Seen.ticket().status(status));

        Transition transition = next(known, Seen.ticket().deleted());

        Transition.Happened deleted = happened(EventType.TICKET_DELETED, transition);
        assertTrue(deleted.now().deleted());
        assertEquals(status, deleted.ticket().status());
        assertEquals(Map.of(), deleted.changes());
    }

    @Test
    void deletedTwiceIsToldOnce() {
        Known gone = new Known(known(Seen.ticket().status("open")).ticket(), true);

        Transition transition = next(gone, Seen.ticket().deleted());

        assertInstanceOf(Transition.Ignored.class, transition);
    }

    @Test
    void deletedTicketThatIsSeenAgainIsReopenedEvenIfNothingElseChanged() {
        Known gone = new Known(known(Seen.ticket().status("open")).ticket(), true);

        Transition transition = next(gone, Seen.ticket().status("open"));

        Transition.Happened reopened = happened(EventType.TICKET_REOPENED, transition);
        assertFalse(reopened.now().deleted());
        assertEquals(Map.of("deleted", new Transition.Change(true, false)), reopened.changes());
    }

    @Test
    void countsHowOftenATicketWasReopened() {
        Known known = known(Seen.ticket().status("open"));
        for (String status : List.of("resolved", "open", "pending", "closed", "closed", "open")) {
            Transition transition = next(known, Seen.ticket().status(status));
            known = transition instanceof Transition.Happened happened ? happened.now() : known;
        }

        Transition deleted = next(known, Seen.ticket().deleted());
        Known back = ((Transition.Happened) next(
                        ((Transition.Happened) deleted).now(), Seen.ticket().status("open")))
                .now();

        assertEquals(2, known.reopened());
        assertEquals(3, back.reopened());
    }

    @Test
    void knownTicketTakesNoNewNumber() {
        Known known = known(Seen.ticket().status("open"));

        Transition transition =
                Lifecycle.next(known, Seen.ticket().status("closed").get(), Seen.CONNECTOR, () -> {
                    throw new AssertionError("a number was taken");
                });

        assertEquals(
                "TW-2026-000123",
                happened(EventType.TICKET_RESOLVED, transition).ticket().ticketNumber());
    }

    private static Transition next(Known known, Seen seen) {
        return Lifecycle.next(known, seen.get(), Seen.CONNECTOR, LifecycleTest::number);
    }

    private static Known known(Seen seen) {
        return ((Transition.Happened) next(null, seen)).now();
    }

    private static Transition.Happened happened(EventType type, Transition transition) {
        Transition.Happened happened = assertInstanceOf(Transition.Happened.class, transition);
        assertEquals(type, happened.type());
        return happened;
    }

    private static String number() {
        return "TW-2026-000123";
    }
}
