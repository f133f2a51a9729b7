package io.ticketwire.intelligence.token;

/** From hashes of words to numbers other than 0, without boxes. Filled once, then read by any number of threads. */
public final class HashTable {

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    /** 0 if there is none. */
    public int get(long key) {
        return values[slot(key)];
    }

    /** Adds bits to those that a key has. */
    public void or(long key, int bits) {
        put(key, get(key) | bits);
    }

    /** The first number of a key stays. */
    public void putIfAbsent(long key, int value) {
        if (get(key) == 0) {
            put(key, value);
        }
    }

    public void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        size += values[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key ^ key >>> 32) * 0x9e3779b97f4a7c15L >>> 40) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }
}
