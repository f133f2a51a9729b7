package io.ticketwire.intelligence.token;

import java.text.Normalizer;

/** Latin letters without their marks, as people type them on phones: {@code résilier} is {@code resilier}. */
public final class Accents {

    private static final int LATIN_END = 0x250;
    private static final char[] PLAIN = new char[LATIN_END];

    static {
        for (char c = 0; c < LATIN_END; c++) {
            PLAIN[c] = plain(Character.toLowerCase(c));
        }
    }

    private Accents() {}

    private static char plain(char lower) {
        char base =
                Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
        return base >= 'a' && base <= 'z' ? base : lower;
    }

    /** Lower case; what is no Latin letter stays, and so does one that is none but for its mark ({@code ø}, {@code ß}). */
    public static char without(char c) {
        return c < LATIN_END ? PLAIN[c] : c;
    }

    /** A copy of a text, character by character: places are the same. */
    public static char[] without(char[] text) {
        char[] plain = new char[text.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = without(text[i]);
        }
        return plain;
    }

    public static String without(String text) {
        return new String(without(text.toCharArray()));
    }
}
