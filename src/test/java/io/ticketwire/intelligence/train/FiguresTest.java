package io.ticketwire.intelligence.train;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The figures that the evaluator prints, against some that were worked out by hand. */
class FiguresTest {

    @Test
    void f1IsTheMeanOfTheLabelsThatThereAre() {
        Confusion confusion = new Confusion(List.of("a", "a", "a", "b", "b"), List.of("a", "a", "b", "b", "c"));
        assertEquals(2 / 3.0 * 2 * 1 / (2 / 3.0 + 1), confusion.of("a").f1(), 1e-9);
        assertEquals(0.5, confusion.of("b").f1(), 1e-9);
        assertEquals((0.8 + 0.5) / 2, confusion.macroF1(), 1e-9);
        assertEquals(0.6, confusion.accuracy(), 1e-9);
    }

    @Test
    void anIntervalHoldsItsFigureAndIsTheSameAgain() {
        Confusion confusion = new Confusion(
                Collections.nCopies(200, "a"),
                IntStream.range(0, 200).mapToObj(i -> i % 4 == 0 ? "b" : "a").toList());
        Confusion.Interval interval = confusion.accuracyInterval(3);
        assertEquals(0.75, interval.value(), 1e-9);
        assertEquals(0.69, interval.from(), 0.02);
        assertEquals(0.81, interval.to(), 0.02);
        assertEquals(interval, confusion.accuracyInterval(3));
    }

    @Test
    void aRankingKnowsItsAreaAndItsFalseAlarms() {
        Ranking ranking = new Ranking();
        ranking.add(0.9, true);
        ranking.add(0.8, false);
        ranking.add(0.7, true);
        ranking.add(0.1, false);
        assertEquals(0.75, ranking.area(), 1e-9);
        assertEquals(0.5, ranking.recallAt(0.1), 1e-9);
        assertEquals(1, ranking.recallAt(0.5), 1e-9);
        assertEquals(0.5, ranking.falseAlarms(0.8), 1e-9);
        assertEquals(0.5, ranking.recall(0.8), 1e-9);
    }

    @Test
    void equalScoresCountHalf() {
        Ranking ranking = new Ranking();
        ranking.add(0.5, true);
        ranking.add(0.5, false);
        assertEquals(0.5, ranking.area(), 1e-9);
    }
}
