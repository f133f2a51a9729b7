package io.ticketwire.intelligence.token;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HashTableTest {

    @Test
    void holdsWhatAMapWouldHoldHoweverManyThereAre() {
        HashTable table = new HashTable();
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long key = i % 3 == 0 ? random.nextInt(5_000) : random.nextLong();
            int bits = 1 << random.nextInt(31);
            table.or(key, bits);
            expected.merge(key, bits, (one, other) -> one | other);
        }
        expected.forEach((key, bits) -> assertEquals(bits, table.get(key)));
        assertEquals(0, table.get(-1));
    }

    @Test
    void theFirstNumberOfAKeyStaysUnlessItIsPut() {
        HashTable table = new HashTable();
        table.putIfAbsent(0, 3);
        table.putIfAbsent(0, 4);
        assertEquals(3, table.get(0));
        table.put(0, 4);
        assertEquals(4, table.get(0));
    }
}
