package io.ticketwire.intelligence.train;

import java.util.List;

import io.ticketwire.intelligence.model.Head;

/**
 * How far the confidences of a head can be believed, and the temperature that makes them what they say: the one with the least
 * log loss on one half of what was held out of training. The errors are those of the other half.
 *
 * @param temperature 1 if there was nothing to find it with
 * @param fitted messages that it was found with
 * @param measured messages that the errors are of
 * @param before the expected calibration error without it: how far, of ten ranges of confidence, the share of right answers is
 *     from the mean confidence
 * @param after the same with it
 */
record Calibration(float temperature, int fitted, int measured, double before, double after) {

    private static final int BINS = 10;
    private static final int STEPS = 50;

    /** Bounds of the temperature: beyond them it would tell of too few messages rather than of the head. */
    private static final double LOWEST = 0.25;

    private static final double HIGHEST = 4;

    /** What a head said of a message, before that became probabilities, and the right label. */
    record Answer(float[] scores, int label) {

        /** Of the log loss: the mean score, weighed by how sure the head is of each label, less the score of the right one. */
        private double slope(double sharpness) {
            double largest = scores[Head.best(scores)];
            double sum = 0;
            double weighed = 0;
            for (float score : scores) {
                double weight = StrictMath.exp(sharpness * (score - largest));
                sum += weight;
                weighed += weight * score;
            }
            return weighed / sum - scores[label];
        }

        private double confidence(double sharpness) {
            double largest = scores[Head.best(scores)];
            double sum = 0;
            for (float score : scores) {
                sum += StrictMath.exp(sharpness * (score - largest));
            }
            return 1 / sum;
        }

        private boolean isRight() {
            return Head.best(scores) == label;
        }
    }

    static Calibration of(List<Answer> toFit, List<Answer> toMeasure) {
        float temperature = temperature(toFit);
        return new Calibration(
                temperature, toFit.size(), toMeasure.size(), error(toMeasure, 1), error(toMeasure, temperature));
    }

    /** To two places. The log loss is convex in what scores are multiplied with, so that halving finds its least. */
    static float temperature(List<Answer> answers) {
        if (answers.isEmpty()) {
            return 1;
        }
        double dull = 1 / HIGHEST;
        double sharp = 1 / LOWEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (dull + sharp) / 2;
            double slope =
                    answers.stream().mapToDouble(answer -> answer.slope(middle)).sum();
            if (slope > 0) {
                sharp = middle;
            } else {
                dull = middle;
            }
        }
        return Math.round(100 / dull) / 100f;
    }

    /** From 0 to 1; 0 of nothing. */
    static double error(List<Answer> answers, double temperature) {
        double[] tooSure = new double[BINS];
        for (Answer answer : answers) {
            double confidence = answer.confidence(1 / temperature);
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            tooSure[bin] += confidence - (answer.isRight() ? 1 : 0);
        }
        double sum = 0;
        for (double bin : tooSure) {
            sum += Math.abs(bin);
        }
        return sum / Math.max(1, answers.size());
    }
}
