package io.ticketwire.intelligence.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Raises rare labels, in each language by itself: that more of the French messages are complaints must not make French words
 * speak for a complaint.
 */
final class Balance {

    private Balance() {}

    /**
     * Weighs examples by how rare their label is in their language.
     *
     * @param power 0: not at all; 1: all labels count the same
     */
    static List<HeadTrainer.Example> of(List<HeadTrainer.Example> examples, double power) {
        Map<String, Map<Integer, Double>> weights = new HashMap<>();
        for (HeadTrainer.Example example : examples) {
            weights.computeIfAbsent(example.language(), ignored -> new HashMap<>())
                    .merge(example.label(), (double) example.weight(), Double::sum);
        }
        return examples.stream()
                .map(example -> weighed(example, weights.get(example.language()), power))
                .toList();
    }

    private static HeadTrainer.Example weighed(
            HeadTrainer.Example example, Map<Integer, Double> weights, double power) {
        double mean = weights.keySet().stream()
                .sorted()
                .mapToDouble(weights::get)
                .average()
                .orElseThrow();
        double factor = StrictMath.pow(mean / weights.get(example.label()), power);
        return new HeadTrainer.Example(
                example.vector(), example.label(), (float) (example.weight() * factor), example.language());
    }
}
