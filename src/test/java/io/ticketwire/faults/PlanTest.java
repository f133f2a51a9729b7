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
    void faultsOfATrackDoNotOverlapAndTheEndIsCalm() {
        Plan plan = Plan.of(7, LONG);
        for (Track track : Track.values()) {
            List<Fault> faults = plan.on(track).toList();
            for (int i = 1; i < faults.size(); i++) {
                Duration before = faults.get(i - 1).at().plus(faults.get(i - 1).length());
                assertTrue(faults.get(i).at().compareTo(before) > 0);
            }
            assertTrue(faults.get(faults.size() - 1).at().compareTo(Duration.ofSeconds(510)) < 0);
        }
    }

    private static Set<FaultKind> kinds(Plan plan) {
        return plan.faults().stream().map(Fault::kind).collect(Collectors.toSet());
    }
}
