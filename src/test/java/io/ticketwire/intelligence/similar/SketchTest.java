package io.ticketwire.intelligence.similar;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SketchTest {

    @Test
    void ofShortTextsItIsExact() {
        // given
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<Integer> left = words(random, 120);
            List<Integer> right = edited(random, left, random.nextInt(6));
            // when
            double jaccard = sketch(left).jaccard(sketch(right));
            // then
            assertEquals(jaccardOf(left, right), jaccard);
        }
    }

    @Test
    void ofLongTextsItIsAnEstimate() {
        // given
        Random random = new Random(4);
        double error = 0;
        for (int round = 0; round < 50; round++) {
            List<Integer> left = words(random, 800);
            List<Integer> right = edited(random, left, 22);
            // when
            double jaccard = sketch(left).jaccard(sketch(right));
            // then
            assertTrue(Math.abs(jaccardOf(left, right) - jaccard) < .15);
            error += (jaccardOf(left, right) - jaccard) / 50;
        }
        assertTrue(Math.abs(error) < .02);
    }

    @Test
    void aRunThatIsRepeatedCountsOnce() {
        List<Integer> once = List.of(1, 2, 3, 4, 1, 2, 3);
        List<Integer> twice = List.of(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3);
        assertEquals(1, sketch(once).jaccard(sketch(twice)));
    }

    @Test
    void theOrderOfWordsCounts() {
        assertEquals(0, sketch(List.of(1, 2, 3, 4)).jaccard(sketch(List.of(4, 3, 2, 1))));
    }

    @Test
    void ofNothingNothingIsShared() {
        assertEquals(0, Sketch.EMPTY.jaccard(Sketch.EMPTY));
        assertEquals(0, sketch(List.of(1, 2, 3)).jaccard(sketch(List.of(1, 2, 3))));
        assertEquals(0, sketch(List.of(1, 2, 3, 4)).jaccard(Sketch.EMPTY));
    }

    private static Sketch sketch(List<Integer> words) {
        return Sketch.of(words.stream().map(word -> new Word(word, .1f, false)).toList());
    }

    private static List<Integer> words(Random random, int count) {
        return random.ints(count, 0, 5_000).boxed().toList();
    }

    private static List<Integer> edited(Random random, List<Integer> words, int edits) {
        Set<Integer> places = new HashSet<>();
        while (places.size() < edits) {
            places.add(random.nextInt(words.size()));
        }
        return IntStream.range(0, words.size())
                .mapToObj(i -> places.contains(i) ? 5_000 + random.nextInt(5_000) : words.get(i))
                .toList();
    }

    private static double jaccardOf(List<Integer> left, List<Integer> right) {
        Set<List<Integer>> shared = runs(left);
        Set<List<Integer>> union = runs(left);
        shared.retainAll(runs(right));
        union.addAll(runs(right));
        return (double) shared.size() / union.size();
    }

    private static Set<List<Integer>> runs(List<Integer> words) {
        Set<List<Integer>> runs = new HashSet<>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            runs.add(words.subList(i, i + 4));
        }
        return runs;
    }
}
