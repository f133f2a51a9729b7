package io.ticketwire.intelligence.model;

/** Scores as probabilities. */
public final class Softmax {

    private Softmax() {}

    /** Replaces scores by probabilities; gives the same array. The same bits on every machine. */
    public static float[] inPlace(float[] scores) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) StrictMath.exp(scores[i] - largest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= (float) sum;
        }
        return scores;
    }
}
