package io.ticketwire.intelligence.train;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Truth beside answers.
 *
 * @param truths the right label of each message
 * @param answers what was answered, in the same order
 */
record Confusion(List<String> truths, List<String> answers) {

    private static final int RESAMPLES = 1_000;

    /** Of one label. */
    record Figures(int count, double precision, double recall, double f1) {}

    /** A figure with the bounds between which it is in 95 of 100 resamples. */
    record Interval(double value, double from, double to) {}

    Confusion {
        truths = List.copyOf(truths);
        answers = List.copyOf(answers);
        if (truths.size() != answers.size()) {
            throw new IllegalArgumentException("not one answer for each truth");
        }
    }

    int size() {
        return truths.size();
    }

    /** All labels that are right for some message, in the order of the alphabet. */
    List<String> labels() {
        return List.copyOf(new TreeSet<>(truths));
    }

    Figures of(String label) {
        int right = 0;
        int answered = 0;
        int meant = 0;
        for (int i = 0; i < truths.size(); i++) {
            boolean isTrue = truths.get(i).equals(label);
            boolean isAnswered = answers.get(i).equals(label);
            meant += isTrue ? 1 : 0;
            answered += isAnswered ? 1 : 0;
            right += isTrue && isAnswered ? 1 : 0;
        }
        double precision = answered == 0 ? 0 : (double) right / answered;
        double recall = meant == 0 ? 0 : (double) right / meant;
        return new Figures(meant, precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    double accuracy() {
        int right = 0;
        for (int i = 0; i < truths.size(); i++) {
            right += truths.get(i).equals(answers.get(i)) ? 1 : 0;
        }
        return truths.isEmpty() ? 0 : (double) right / truths.size();
    }

    /** The mean of the labels' F1. */
    double macroF1() {
        return labels().stream().mapToDouble(label -> of(label).f1()).average().orElse(0);
    }

    Interval accuracyInterval(long seed) {
        return interval(accuracy(), seed, false);
    }

    Interval macroF1Interval(long seed) {
        return interval(macroF1(), seed, true);
    }

    /** By the percentile bootstrap: messages drawn again and again with replacement. */
    private Interval interval(double value, long seed, boolean ofF1) {
        Drawn drawn = new Drawn(this);
        Random random = new Random(seed);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            drawn.again(random);
            figures[i] = ofF1 ? drawn.macroF1() : drawn.accuracy();
        }
        Arrays.sort(figures);
        return new Interval(value, figures[RESAMPLES / 40], figures[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    /** A resample, by the numbers of labels. */
    private static final class Drawn {

        private final int[] truth;
        private final int[] answer;
        private final int labels;
        private final int[] right;
        private final int[] meant;
        private final int[] answered;

        Drawn(Confusion all) {
            List<String> names = all.labels();
            labels = names.size();
            truth = all.truths.stream().mapToInt(names::indexOf).toArray();
            answer = all.answers.stream().mapToInt(names::indexOf).toArray();
            right = new int[labels];
            meant = new int[labels];
            answered = new int[labels];
        }

        void again(Random random) {
            Arrays.fill(right, 0);
            Arrays.fill(meant, 0);
            Arrays.fill(answered, 0);
            for (int i = 0; i < truth.length; i++) {
                int one = random.nextInt(truth.length);
                meant[truth[one]]++;
                if (answer[one] >= 0) {
                    answered[answer[one]]++;
                    right[truth[one]] += truth[one] == answer[one] ? 1 : 0;
                }
            }
        }

        double accuracy() {
            return (double) Arrays.stream(right).sum() / truth.length;
        }

        double macroF1() {
            double sum = 0;
            int there = 0;
            for (int label = 0; label < labels; label++) {
                there += meant[label] > 0 ? 1 : 0;
                sum += right[label] == 0 ? 0 : 2.0 * right[label] / (meant[label] + answered[label]);
            }
            return sum / Math.max(1, there);
        }
    }
}
