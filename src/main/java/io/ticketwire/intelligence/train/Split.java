package io.ticketwire.intelligence.train;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Which part of a set a message belongs to: by its words alone, so that it is the same for ever. */
enum Split {
    TRAIN,
    HELD_OUT;

    private static final int PARTS = 10;

    /** One of ten messages is held out; case, punctuation and spaces don't matter. */
    static Split of(Row row) {
        return hash(row) % PARTS == 0 ? HELD_OUT : TRAIN;
    }

    /** Halves what is held out, likewise. */
    static boolean inFirstHalf(Row row) {
        return hash(row) / PARTS % 2 == 0;
    }

    private static long hash(Row row) {
        String template = row.fields().path("template").asText("");
        String normalised = row.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        CRC32 crc = new CRC32();
        crc.update((template.isEmpty() ? normalised : template).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
