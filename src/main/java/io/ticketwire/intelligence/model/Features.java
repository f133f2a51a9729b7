package io.ticketwire.intelligence.model;

import java.util.Arrays;

/**
 * A text as a sparse vector: a bucket and a value for each feature, and the place that it was read from. A bucket may occur more
 * than once; its values add up. Grows with the texts it has held, and is meant to be used again.
 */
public final class Features {

    private int size;
    private int[] buckets = new int[4096];
    private float[] values = new float[4096];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];

    /** Begins a text. */
    public void clear() {
        size = 0;
    }

    /** @param start where in the text it was read; both places 0: nowhere */
    public void add(int bucket, float value, int start, int end) {
        if (size == buckets.length) {
            grow();
        }
        buckets[size] = bucket;
        values[size] = value;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** Multiplies what was added since {@code from}, so that its length is {@code length}. */
    public void normalise(int from, float length) {
        double sum = 0;
        for (int i = from; i < size; i++) {
            sum += (double) values[i] * values[i];
        }
        if (sum == 0) {
            return;
        }
        float factor = (float) (length / Math.sqrt(sum));
        for (int i = from; i < size; i++) {
            values[i] *= factor;
        }
    }

    public int size() {
        return size;
    }

    public int bucket(int index) {
        return buckets[index];
    }

    public float value(int index) {
        return values[index];
    }

    /** Where in the text a feature was read, in characters. */
    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    /** A copy that keeps no places: what a trainer holds of an example. */
    public Sparse sparse() {
        return new Sparse(Arrays.copyOf(buckets, size), Arrays.copyOf(values, size));
    }

    private void grow() {
        int more = size * 2;
        buckets = Arrays.copyOf(buckets, more);
        values = Arrays.copyOf(values, more);
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
    }
}
