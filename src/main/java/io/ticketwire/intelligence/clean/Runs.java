package io.ticketwire.intelligence.clean;

import java.util.Arrays;

/**
 * Where the characters of a text come from, run by run: within a run both texts go on character by character. Bounded by the number
 * of cuts, not of characters.
 */
public final class Runs {

    /** Of a text that was not changed. */
    static final Runs SAME = new Runs(new int[] {0}, new int[] {0});

    private final int[] starts;
    private final int[] origins;

    private Runs(int[] starts, int[] origins) {
        this.starts = starts;
        this.origins = origins;
    }

    int origin(int index) {
        int found = Arrays.binarySearch(starts, index);
        int run = found >= 0 ? found : Math.max(0, -found - 2);
        return origins[run] + index - starts[run];
    }

    /** Collects runs in the order of the text that is made. */
    static final class Builder {

        private int[] starts = new int[8];
        private int[] origins = new int[8];
        private int size;

        /** What begins here comes from there; joins the run before if it goes on. */
        void add(int start, int origin) {
            if (size > 0 && origin - origins[size - 1] == start - starts[size - 1]) {
                return;
            }
            if (size > 0 && starts[size - 1] == start) {
                size--;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                origins = Arrays.copyOf(origins, size * 2);
            }
            starts[size] = start;
            origins[size++] = origin;
        }

        Runs build() {
            return size == 0 ? SAME : new Runs(Arrays.copyOf(starts, size), Arrays.copyOf(origins, size));
        }
    }
}
