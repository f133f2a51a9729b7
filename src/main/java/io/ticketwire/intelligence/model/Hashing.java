package io.ticketwire.intelligence.model;

/** From hashes to buckets. */
public final class Hashing {

    private Hashing() {}

    /** MurmurHash3's last mix, cut to a power of two. */
    public static int bucket(long hash, int buckets) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed ^ mixed >>> 33) & buckets - 1;
    }
}
