package io.ticketwire.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.faults.FaultKind.Track;
import io.ticketwire.faults.Plan.Fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlanTest {

    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void theSeedDecidesAlone() {
        assertEquals(Plan.of(7, LONG), Plan.of(7, LONG));
        assertNotEquals(Plan.of(7, LONG), Plan.of(8, LONG));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aShortRunHasTheWorstOfEveryTrack(long seed) {
        Set<FaultKind> kinds = kinds(Plan.of(seed, SHORT));

        assertTrue(kinds.containsAll(EnumSet.of(
                FaultKind.GATEWAY_KILL, FaultKind.BROKER_KILL, FaultKind.DATABASE_KILL, FaultKind.SLOW_DISK)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aLongRunHasEverything(long seed) {
        assertEquals(EnumSet.allOf(FaultKind.class), kinds(Plan.of(seed, LONG)));
    }

    @Test
    void betweenTwoFaultsOfATrackIsAPauseAndTheEndIsCalm() {
        Plan plan = Plan.of(7, LONG);

        assertEquals(Duration.ofSeconds(510), plan.calm());
        for (Track track : Track.values()) {
            List<Fault> later = plan.on(track).skip(1).toList();
            assertTrue(later.stream().allMatch(fault -> fault.pause().compareTo(Duration.ofSeconds(2)) >= 0));
        }
    }

    private static Set<FaultKind> kinds(Plan plan) {
        return plan.faults().stream().map(Fault::kind).collect(Collectors.toSet());
    }
}
