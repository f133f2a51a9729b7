package io.ticketwire.delivery.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.event.Attempt;

import static io.ticketwire.delivery.health.Attempts.ENDPOINT;
import static io.ticketwire.delivery.health.Attempts.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What attempts make of an endpoint. The letters are those of {@link Attempts}. */
class EndpointHealthTest {

    private static final HealthPolicy TICKETS = new HealthPolicy(10, Duration.ZERO, NINE);
    private static final HealthPolicy MESSAGING = new HealthPolicy(0, Duration.ZERO, NINE);
    private static final EndpointHealth NEW = health(EndpointStatus.ACTIVE, null);

    private final List<HealthChange> changes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        // attempts, status, failures in a row, what was told
        "fffffffff, active, 9, ''",
        "ffffffffff, disabled, 10, disabled/failures",
        "fffffffffs, active, 0, ''",
        "fffffffffsfffffffff, active, 9, ''",
        "fffffffffsffffffffff, disabled, 10, disabled/failures",
        "fffffffffkf, disabled, 10, disabled/failures",
        "fffffffffif, disabled, 10, disabled/failures",
        "iiiiiiiiiiii, active, 0, ''",
        "kkkkkkkkkkkk, active, 0, ''",
        // after it was disabled
        "ffffffffffs, disabled, 10, disabled/failures",
        "ffffffffffffffds, disabled, 10, disabled/failures",
        "ffffffffffg, disabled, 10, disabled/failures",
        "g, disabled, 1, disabled/gone",
        "ffg, disabled, 3, disabled/gone",
        "gs, disabled, 1, disabled/gone",
        // given up, and well again
        "fd, failing, 2, failing/retries_exhausted",
        "r, failing, 1, failing/given_up",
        "fdfdfd, failing, 6, failing/retries_exhausted",
        "fds, active, 0, failing/retries_exhausted recovered/delivered",
        "fdsss, active, 0, failing/retries_exhausted recovered/delivered",
        "dsds, active, 0, failing/retries_exhausted recovered/delivered failing/retries_exhausted recovered/delivered",
        "dfffffffff, disabled, 10, failing/retries_exhausted disabled/failures",
        "dg, disabled, 2, failing/retries_exhausted disabled/gone",
        // the tenth is the last of its delivery, too: one thing is told
        "fffffffffd, disabled, 10, disabled/failures"
    })
    void endpointWithThePresetTickets(String attempts, String status, int failures, String told) {
        EndpointHealth after = fold(NEW, TICKETS, Attempts.ofTickets().of(attempts));

        assertEquals(status, after.status().word());
        assertEquals(failures, after.consecutiveFailures());
        assertEquals(told, told());
    }

    @ParameterizedTest
    @CsvSource({
        "fffffffffffffff, active, 15, ''",
        "fffd, failing, 4, failing/retries_exhausted",
        "fffdfffdfffdfffd, failing, 16, failing/retries_exhausted",
        "fffds, active, 0, failing/retries_exhausted recovered/delivered",
        "g, disabled, 1, disabled/gone"
    })
    void endpointWithThePresetMessagingIsNeverDisabledButByItsOwnWish(
            String attempts, String status, int failures, String told) {
        EndpointHealth after = fold(NEW, MESSAGING, Attempts.ofTickets().of(attempts));

        assertEquals(status, after.status().word());
        assertEquals(failures, after.consecutiveFailures());
        assertEquals(told, told());
    }

    @Test
    void failuresMustHaveGoneOnForTheSpan() {
        HealthPolicy atLeast12Seconds = new HealthPolicy(10, Duration.ofSeconds(12), NINE);
        Attempts attempts = Attempts.ofTickets();

        EndpointHealth after12 = fold(NEW, atLeast12Seconds, attempts.of("ffffffffffff"));
        EndpointHealth after13 = fold(after12, atLeast12Seconds, attempts.of("f"));

        assertEquals(EndpointStatus.ACTIVE, after12.status());
        assertEquals(EndpointStatus.DISABLED, after13.status());
        assertEquals(13, changes.get(0).failures());
        assertEquals(NINE.plusSeconds(1), changes.get(0).since());
    }

    @Test
    void aSlowFailureThatBeganEarlierMovesTheStartOfTheTroubleBack() {
        Attempts attempts = Attempts.ofTickets();
        Attempt slow = attempts.of("f").get(0);
        List<Attempt> quick = attempts.of("ff");

        EndpointHealth after = fold(NEW, TICKETS, List.of(quick.get(0), slow, quick.get(1)));

        assertEquals(slow.startedAt(), after.failingSince());
    }

    @Test
    void whatBeganBeforeItWasEnabledIsOfNoAccount() {
        HealthPolicy enabledAtFive = new HealthPolicy(10, Duration.ZERO, NINE.plusSeconds(5));
        Attempts attempts = Attempts.ofTickets();

        EndpointHealth stale = fold(NEW, enabledAtFive, attempts.of("fgdr"));
        EndpointHealth after = fold(stale, enabledAtFive, attempts.of("f"));

        assertEquals(NEW, stale);
        assertEquals(1, after.consecutiveFailures());
        assertEquals("", told());
    }

    @Test
    void anAttemptOfTheMillisecondInWhichItWasEnabledCounts() {
        HealthPolicy withinIt =
                new HealthPolicy(1, Duration.ZERO, NINE.plusSeconds(1).plusNanos(400_000));

        EndpointHealth after = fold(NEW, withinIt, Attempts.ofTickets().of("f"));

        assertEquals(EndpointStatus.DISABLED, after.status());
    }

    @Test
    void enabledByHandItHasRecoveredWithTheFirstSuccess() {
        Attempts attempts = Attempts.ofTickets();
        EndpointHealth disabled = fold(NEW, TICKETS, attempts.of("ffffffffff"));
        EndpointHealth enabled = health(EndpointStatus.ACTIVE, disabled.unwellSince());

        EndpointHealth after = fold(enabled, TICKETS, attempts.of("fs"));

        assertEquals("disabled/failures recovered/delivered", told());
        assertEquals(NINE.plusSeconds(1), changes.get(1).since());
        assertEquals(1, changes.get(1).failures());
        assertNull(after.unwellSince());
    }

    @Test
    void onlyTheLastSuccessOfADisabledEndpointChanges() {
        Attempts attempts = Attempts.ofTickets();
        EndpointHealth disabled = fold(NEW, TICKETS, attempts.of("g"));

        EndpointHealth after = fold(disabled, TICKETS, attempts.of("fsf"));

        assertEquals(NINE.plusSeconds(3), after.lastSuccessAt());
        assertEquals("gone", after.disabledReason());
        assertEquals(disabled.disabledAt(), after.disabledAt());
    }

    /** An endpoint that takes the one and refuses the other would have news of itself for ever. */
    @Test
    void newsOfEndpointsMakeNoNews() {
        Attempts tickets = Attempts.ofTickets();
        Attempts news = new Attempts(ENDPOINT, "webhook.recovered");

        EndpointHealth given = fold(NEW, MESSAGING, news.of("dd"));
        EndpointHealth failing = fold(given, MESSAGING, tickets.of("d"));
        EndpointHealth told = fold(failing, MESSAGING, news.of("s"));

        assertEquals(2, given.consecutiveFailures());
        assertEquals(EndpointStatus.ACTIVE, given.status());
        assertEquals(EndpointStatus.FAILING, told.status());
        assertEquals(0, told.consecutiveFailures());
        assertEquals("failing/retries_exhausted", told());
    }

    @Test
    void newsOfEndpointsThatFailDoDisable() {
        EndpointHealth after = fold(NEW, TICKETS, new Attempts(ENDPOINT, "webhook.failing").of("dddddddddd"));

        assertEquals(EndpointStatus.DISABLED, after.status());
        assertEquals("disabled/failures", told());
    }

    @Test
    void aSuccessMoreIsWrittenOnceASecondAndEverythingElseAtOnce() {
        EndpointHealth before = succeeded(NINE);

        assertFalse(before.worthWriting(before));
        assertFalse(succeeded(NINE.plusMillis(999)).worthWriting(before));
        assertTrue(succeeded(NINE.plusMillis(1_000)).worthWriting(before));
        assertTrue(succeeded(NINE).worthWriting(NEW));
        assertTrue(fold(before, TICKETS, Attempts.ofTickets().of("f")).worthWriting(before));
    }

    private EndpointHealth fold(EndpointHealth before, HealthPolicy policy, List<Attempt> attempts) {
        EndpointHealth health = before;
        for (Attempt attempt : attempts) {
            EndpointHealth.Step step = health.after(attempt, policy);
            step.change().ifPresent(changes::add);
            health = step.health();
        }
        return health;
    }

    private String told() {
        return changes.stream()
                .map(change -> change.type().type().replace("webhook.", "") + "/" + change.reason())
                .collect(Collectors.joining(" "));
    }

    private static EndpointHealth health(EndpointStatus status, Instant unwellSince) {
        return new EndpointHealth(status, null, null, 0, null, null, unwellSince);
    }

    private static EndpointHealth succeeded(Instant at) {
        return new EndpointHealth(EndpointStatus.ACTIVE, null, null, 0, null, at, null);
    }
}
