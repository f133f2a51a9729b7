package io.ticketwire.intelligence.lexicon;

import java.util.Arrays;

/** From hashes to small numbers, without boxes. Filled once, then only read. */
final class LongTable {

    static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    LongTable() {
        Arrays.fill(values, NONE);
    }

    /** The first value of a key stays. */
    void putIfAbsent(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (values[slot] == NONE) {
            keys[slot] = key;
            values[slot] = value;
            size++;
        }
    }

    int get(long key) {
        return values[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) * 0x9e3779b1 >>> 7 & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        Arrays.fill(values, NONE);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                putIfAbsent(oldKeys[i], oldValues[i]);
            }
        }
    }
}
