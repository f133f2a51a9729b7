package io.ticketwire.intelligence.similar;

import java.util.Arrays;

/** The places in the window of the tickets that hold something, in ascending order. */
class Postings {

    private int[] places = new int[1];
    private int size;

    int size() {
        return size;
    }

    int place(int index) {
        return places[index];
    }

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + size / 2 + 1);
        }
        int at = -Arrays.binarySearch(places, 0, size, place) - 1;
        System.arraycopy(places, at, places, at + 1, size - at);
        places[at] = place;
        size++;
    }

    void remove(int place) {
        int at = Arrays.binarySearch(places, 0, size, place);
        size--;
        System.arraycopy(places, at + 1, places, at, size - at);
        if (size < places.length / 4) {
            places = Arrays.copyOf(places, places.length / 2);
        }
    }

    /** Adds {@code weight} for each ticket at its place. */
    void addTo(float[] scores, float weight) {
        for (int i = 0; i < size; i++) {
            scores[places[i]] += weight;
        }
    }
}
