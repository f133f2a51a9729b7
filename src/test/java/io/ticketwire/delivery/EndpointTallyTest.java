package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Attempt.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Failures in a row, counted over a batch. */
class EndpointTallyTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");
    private static final UUID CRM = UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77");
    private static final UUID BI = UUID.fromString("11111111-1111-4111-8111-111111111111");

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"RETRYING", "DEAD", "FAILED"})
    void failuresInARowAddUp(Outcome failure) {
        List<Attempt> attempts = List.of(attempt(CRM, 1, failure), attempt(CRM, 2, failure), attempt(CRM, 3, failure));

        List<EndpointTally> tallies = EndpointTally.of(attempts, all(attempts));

        assertEquals(List.of(new EndpointTally(CRM, null, 3)), tallies);
    }

    @Test
    void successStartsTheCountAnew() {
        List<Attempt> attempts = List.of(
                attempt(CRM, 1, Outcome.RETRYING),
                attempt(CRM, 2, Outcome.DELIVERED),
                attempt(CRM, 3, Outcome.RETRYING),
                attempt(CRM, 4, Outcome.RETRYING));

        List<EndpointTally> tallies = EndpointTally.of(attempts, all(attempts));

        assertEquals(List.of(new EndpointTally(CRM, NINE.plusSeconds(2), 2)), tallies);
    }

    @Test
    void lastSuccessIsTheLastOne() {
        List<Attempt> attempts = List.of(attempt(CRM, 1, Outcome.DELIVERED), attempt(CRM, 2, Outcome.DELIVERED));

        List<EndpointTally> tallies = EndpointTally.of(attempts, all(attempts));

        assertEquals(List.of(new EndpointTally(CRM, NINE.plusSeconds(2), 0)), tallies);
    }

    @Test
    void endpointsAreCountedApart() {
        List<Attempt> attempts = List.of(
                attempt(CRM, 1, Outcome.RETRYING), attempt(BI, 2, Outcome.DELIVERED), attempt(CRM, 3, Outcome.DEAD));

        List<EndpointTally> tallies = EndpointTally.of(attempts, all(attempts));

        assertEquals(List.of(new EndpointTally(CRM, null, 2), new EndpointTally(BI, NINE.plusSeconds(2), 0)), tallies);
    }

    @Test
    void attemptThatWasCountedBeforeDoesNotCountAgain() {
        Attempt before = attempt(CRM, 1, Outcome.RETRYING);
        Attempt fresh = attempt(CRM, 2, Outcome.RETRYING);

        List<EndpointTally> tallies = EndpointTally.of(List.of(before, fresh), Set.of(AttemptKey.of(fresh)));

        assertEquals(List.of(new EndpointTally(CRM, null, 1)), tallies);
    }

    @Test
    void batchWithoutAnythingFreshHasNoTally() {
        List<EndpointTally> tallies = EndpointTally.of(List.of(attempt(CRM, 1, Outcome.DELIVERED)), Set.of());

        assertEquals(List.of(), tallies);
    }

    private static Set<AttemptKey> all(List<Attempt> attempts) {
        return attempts.stream().map(AttemptKey::of).collect(Collectors.toSet());
    }

    private static Attempt attempt(UUID endpoint, int second, Outcome outcome) {
        UUID delivery = new UUID(0, second);
        return new Attempt(
                delivery,
                delivery,
                "ticket.created",
                endpoint,
                1,
                outcome,
                NINE.plusSeconds(second),
                12,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                null);
    }
}
