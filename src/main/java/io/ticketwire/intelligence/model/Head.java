package io.ticketwire.intelligence.model;

import java.util.List;

/**
 * One question that a model answers of a text: a label out of several, each with a weight for every bucket. Weights are kept as
 * int8 with one scale per label.
 *
 * @param name e.g. {@code sentiment}
 * @param labels in the order of the weights
 * @param biases one per label
 * @param scales what a weight of 1 means, one per label
 * @param weights of all buckets, those of a bucket side by side
 * @param temperature divides the scores where a confidence is said, so that it is what it says; labels and thresholds go by
 *     probabilities without it
 */
public record Head(
        String name, List<String> labels, float[] biases, float[] scales, byte[] weights, float temperature) {

    private static final int LARGEST = 127;

    /** As many as a vector has that it can read. */
    public int buckets() {
        return weights.length / labels.size();
    }

    public Head {
        int size = labels.size();
        if (size < 2) {
            throw new IllegalArgumentException("The head " + name + " has fewer than two labels");
        }
        if (biases.length != size || scales.length != size || weights.length % size != 0) {
            throw new IllegalArgumentException("The head " + name + " has not one weight for each label");
        }
        if (!(temperature > 0) || Float.isInfinite(temperature) || !finite(biases) || !finite(scales)) {
            throw new IllegalArgumentException("The head " + name + " has numbers that can't be");
        }
        labels = List.copyOf(labels);
    }

    private static boolean finite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** Rounds weights; a label's largest becomes 127. */
    public static Head quantised(String name, List<String> labels, float[] biases, float[] weights) {
        int size = labels.size();
        float[] scales = new float[size];
        for (int i = 0; i < weights.length; i++) {
            scales[i % size] = Math.max(scales[i % size], Math.abs(weights[i]));
        }
        for (int label = 0; label < size; label++) {
            scales[label] = scales[label] == 0 ? 1 : scales[label] / LARGEST;
        }
        byte[] rounded = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (byte) Math.round(weights[i] / scales[i % size]);
        }
        return new Head(name, labels, biases, scales, rounded, 1);
    }

    /** The same with another temperature. */
    public Head with(float otherTemperature) {
        return new Head(name, labels, biases, scales, weights, otherTemperature);
    }

    /** A probability for each label. */
    public float[] read(Features features) {
        return Softmax.inPlace(scores(features.sparse()));
    }

    /** How much speaks for each label: what {@link #read} makes probabilities of. */
    public float[] scores(Sparse vector) {
        float[] sums = new float[labels.size()];
        for (int i = 0; i < vector.buckets().length; i++) {
            int at = vector.buckets()[i] * sums.length;
            float value = vector.values()[i];
            for (int label = 0; label < sums.length; label++) {
                sums[label] += weights[at + label] * value;
            }
        }
        return scores(sums, 0);
    }

    /** From sums of weights, of which ours begin at a place. */
    float[] probabilities(float[] sums, int from) {
        return Softmax.inPlace(scores(sums, from));
    }

    private float[] scores(float[] sums, int from) {
        float[] scores = new float[labels.size()];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = sums[from + label] * scales[label] + biases[label];
        }
        return scores;
    }

    /** How sure one may be of each label: its probability at the head's temperature. Their order stays. */
    public float[] confidences(float[] probabilities) {
        double largest = probabilities[best(probabilities)];
        float[] confidences = new float[probabilities.length];
        float sum = 0;
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = (float) Math.pow(probabilities[i] / largest, 1.0 / temperature);
            sum += confidences[i];
        }
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] /= sum;
        }
        return confidences;
    }

    /** The index of the largest; the first of equals. */
    public static int best(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /** How much more a feature speaks for a label than for its rival. */
    public float contribution(Features features, int index, int label, int rival) {
        int at = features.bucket(index) * labels.size();
        return features.value(index) * (weights[at + label] * scales[label] - weights[at + rival] * scales[rival]);
    }
}
