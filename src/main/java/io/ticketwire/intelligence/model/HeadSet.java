package io.ticketwire.intelligence.model;

import java.util.List;

/**
 * Several heads that read a vector in one pass: their weights of a bucket stand side by side, so that a feature costs one look
 * into memory and not one for each head.
 */
public final class HeadSet {

    private final List<Head> heads;
    private final int labels;
    private final byte[] weights;

    /** @param heads of the same number of buckets */
    public HeadSet(List<Head> heads) {
        this.heads = List.copyOf(heads);
        this.labels = heads.stream().mapToInt(head -> head.labels().size()).sum();
        int buckets = heads.get(0).buckets();
        this.weights = new byte[labels * buckets];
        int place = 0;
        for (Head head : heads) {
            int size = head.labels().size();
            for (int bucket = 0; bucket < buckets; bucket++) {
                System.arraycopy(head.weights(), bucket * size, weights, bucket * labels + place, size);
            }
            place += size;
        }
    }

    /** For each head, in their order, a probability for each of its labels. */
    public float[][] read(Features features) {
        float[] sums = new float[labels];
        for (int i = 0; i < features.size(); i++) {
            int at = features.bucket(i) * labels;
            float value = features.value(i);
            for (int label = 0; label < labels; label++) {
                sums[label] += weights[at + label] * value;
            }
        }
        float[][] probabilities = new float[heads.size()][];
        int place = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = heads.get(i).probabilities(sums, place);
            place += probabilities[i].length;
        }
        return probabilities;
    }
}
