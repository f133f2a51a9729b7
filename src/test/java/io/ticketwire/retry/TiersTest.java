package io.ticketwire.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The waiting rooms: which one, and until when. */
class TiersTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");
    private static final Tiers DEFAULT = tiers("PT1S", "PT5S", "PT10S", "PT30S", "PT1M", "PT5M", "PT30M", "PT2H");

    @ParameterizedTest(name = "{0} fits into room {1}")
    @CsvSource({
        "PT-3S, 0",
        "PT0S, 0",
        "PT0.999S, 0",
        "PT1S, 0",
        "PT4.999S, 0",
        "PT5S, 1",
        "PT9.999999999S, 1",
        "PT10S, 2",
        "PT5M, 5",
        "PT1H59M59.999S, 6",
        "PT2H, 7",
        "PT24H, 7",
    })
    void deliveryGoesToTheLongestRoomThatFits(Duration left, int expected) {
        int tier = DEFAULT.largestWithin(left);

        assertEquals(expected, tier);
    }

    @Test
    void ladderOfOneRungHasOneRoomForAll() {
        int tier = tiers("PT1S").largestWithin(Duration.ofHours(24));

        assertEquals(0, tier);
    }

    @ParameterizedTest(name = "in a room of 5 s, due after {0}: leaves after {1}")
    @CsvSource({
        "PT-1S, PT0S", // due already: nothing to wait for
        "PT0S, PT0S",
        "PT0.3S, PT0.3S", // due before the room is over
        "PT5S, PT5S",
        "PT5.999S, PT5.999S", // less than the shortest room left: waits here
        "PT6S, PT5S", // enough left for another room
        "PT1H, PT5S",
    })
    void deliveryLeavesWhenTheRoomIsOverOrSoonAfterWhenItIsDue(Duration dueAfter, Duration leavesAfter) {
        Instant leaves = DEFAULT.leavesAt(1, NINE, NINE.plus(dueAfter));

        assertEquals(NINE.plus(leavesAfter), leaves);
    }

    static Stream<Tiers> ladders() {
        return Stream.of(
                DEFAULT,
                tiers("PT1S"),
                tiers("PT0.05S", "PT0.1S", "PT0.4S"),
                tiers("PT3S", "PT7S", "PT8S", "PT1H"),
                tiers("PT1S", "PT10M"));
    }

    /** With the rooms looked after late now and then, as in life. */
    @ParameterizedTest
    @MethodSource("ladders")
    void deliveryIsNeverEarlyAndAtMostOneShortestRoomLateWhateverItsDelay(Tiers tiers) {
        Random random = new Random(20260701);
        Duration shortest = tiers.lengths().get(0);
        for (int round = 0; round < 2_000; round++) {
            Instant due = NINE.plusMillis((long) Math.pow(10, random.nextDouble() * longest(tiers)));

            Instant attempted = hop(tiers, due, random);

            assertFalse(attempted.isBefore(due), () -> "early: " + due);
            assertFalse(attempted.isAfter(due.plus(shortest)), () -> "late: " + due + " " + attempted);
        }
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void nobodyHoldsUpARoomByMoreThanTheShortestRoom(Tiers tiers) {
        Random random = new Random(20260702);
        for (int round = 0; round < 2_000; round++) {
            int tier = random.nextInt(tiers.lengths().size());
            Duration length = tiers.lengths().get(tier);
            Instant due = NINE.plusMillis(random.nextLong(3 * length.toMillis() + 1));

            Instant leaves = tiers.leavesAt(tier, NINE, due);

            assertTrue(leaves.isBefore(NINE.plus(length).plus(tiers.lengths().get(0))), due::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none",
                "PT0S",
                "PT-1S",
                "PT1S PT1S",
                "PT5S PT1S",
                "PT1S PT2S PT3S PT4S PT5S PT6S PT7S PT8S PT9S",
            })
    void whatIsNoLadderIsRefused(String lengths) {
        List<Duration> wrong = lengths == null
                ? List.of()
                : Stream.of(lengths.split(" ")).map(Duration::parse).toList();

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new Tiers(wrong));

        assertTrue(refused.getMessage().startsWith("ticketwire.retry.tiers "), refused::getMessage);
    }

    /** A delivery's way through the rooms; gives the time of its attempt. */
    private static Instant hop(Tiers tiers, Instant due, Random random) {
        long maxLagNanos = tiers.lengths().get(0).toNanos() / 2;
        Instant now = NINE;
        for (int hops = 0; hops < 2_000; hops++) {
            if (!due.isAfter(now)) {
                return now;
            }
            int tier = tiers.largestWithin(Duration.between(now, due));
            now = tiers.leavesAt(tier, now, due).plusNanos(random.nextLong(maxLagNanos));
        }
        throw new AssertionError("goes round in circles: " + due);
    }

    /** As a power of ten of milliseconds: a few hundred stays in the longest room. */
    private static double longest(Tiers tiers) {
        Duration last = tiers.lengths().get(tiers.lengths().size() - 1);
        return Math.log10(last.toMillis() * 300.0);
    }

    private static Tiers tiers(String... lengths) {
        return new Tiers(Stream.of(lengths).map(Duration::parse).toList());
    }
}
