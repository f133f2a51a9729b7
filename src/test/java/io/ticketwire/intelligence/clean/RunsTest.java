package io.ticketwire.intelligence.clean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RunsTest {

    @ParameterizedTest
    @CsvSource({"0, 5", "2, 7", "3, 20", "9, 26", "10, 27", "11, 40", "100, 129"})
    void aCharacterIsWhereItsRunSays(int index, int origin) {
        Runs.Builder runs = new Runs.Builder();
        runs.add(0, 5);
        runs.add(3, 20);
        runs.add(7, 24);
        runs.add(11, 30);
        runs.add(11, 40);

        assertEquals(origin, runs.build().origin(index));
    }

    @Test
    void whatWasNotChangedIsWhereItIs() {
        assertEquals(7, Runs.SAME.origin(7));
        assertEquals(7, new Runs.Builder().build().origin(7));
    }
}
