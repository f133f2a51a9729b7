package io.ticketwire.intelligence.escalation;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Where the feeling of a ticket's messages goes. */
class TrendTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, STEADY, 0",
        "0, -1, FALLING, 1",
        "1 0, -1, FALLING, 2",
        "1 -1, -1, FALLING, 0", // told before
        "-1 -1, -1, STEADY, 0",
        "2, -2, FALLING, 4",
        "-1, 0, RISING, 0",
        "-1 0, 1, RISING, 0",
        "1 1 0, 1, STEADY, 0",
        "2 -2, -1, FALLING, 0", // better than the last, and worse than what was
        "2 0 0 0, -1, FALLING, 1", // what is long ago is forgotten
    })
    void aMessageIsComparedWithUpToThreeBeforeIt(String before, int now, Trend trend, int fall) {
        // given
        List<Integer> levels =
                Arrays.stream(before.split(" ")).map(Integer::valueOf).toList();

        // when
        Trend told = Trend.of(levels, now);

        // then
        assertEquals(trend, told);
        assertEquals(fall, Trend.fall(levels, now));
    }

    @Test
    void aFirstMessageHasNoTrend() {
        assertNull(Trend.of(List.of(), -2));
        assertEquals(0, Trend.fall(List.of(), -2));
    }
}
