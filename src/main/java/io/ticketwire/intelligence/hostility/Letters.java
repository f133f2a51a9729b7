package io.ticketwire.intelligence.hostility;

import java.text.Normalizer;

/** Letters without their marks, and the letters that others are mistaken for. */
final class Letters {

    private static final int LATIN_END = 0x250;
    private static final char[] PLAIN = new char[LATIN_END];
    private static final String CYRILLIC_AND_GREEK = "аеорсухіјѕԁһкмтвԛԝαεορυνικτχ";
    private static final String THEIR_LIKENESS = "aeopcyxijsdhkmtbqwaeopuviktx";
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    static {
        for (char c = 0; c < LATIN_END; c++) {
            PLAIN[c] = withoutMarks(c);
        }
    }

    private Letters() {}

    /** In Spanish the tilde makes another word ({@code cono}, {@code ano}), so it stays. */
    private static char withoutMarks(char c) {
        char lower = Character.toLowerCase(c);
        if (lower == 'ñ' || c < 128) {
            return lower;
        }
        char base =
                Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
        return base >= 'a' && base <= 'z' ? base : lower;
    }

    /** Lower case without accents; other scripts stay. */
    static char plain(char c) {
        return c < LATIN_END ? PLAIN[c] : c;
    }

    static boolean isLatin(char c) {
        char plain = plain(c);
        return plain >= 'a' && plain <= 'z' || c < LATIN_END && c > 127 && Character.isLetter(c);
    }

    /** The Latin letter that one of another script looks like, or the character itself. */
    static char likeness(char c) {
        if (c < 0x370) {
            return plain(c);
        }
        if (c >= 0xff21 && c <= 0xff5a) {
            return plain((char) (c - 0xfee0));
        }
        int at = CYRILLIC_AND_GREEK.indexOf(Character.toLowerCase(c));
        return at < 0 ? c : THEIR_LIKENESS.charAt(at);
    }

    /** Of a word without accents; {@code ß} counts as {@code ss}. */
    static long hash(CharSequence word) {
        Hash hash = new Hash();
        for (int i = 0; i < word.length(); i++) {
            hash.add(plain(word.charAt(i)));
        }
        return hash.value;
    }

    static long join(long phrase, long next) {
        return (phrase ^ next) * 0x9e3779b97f4a7c15L + 1;
    }

    /** A word's hash, letter by letter; a letter that is repeated more than twice counts twice. */
    static final class Hash {

        long value = SEED;
        private char last;
        private char beforeLast;

        void add(char plain) {
            if (plain == 'ß') {
                add('s');
                add('s');
                return;
            }
            if (plain == last && plain == beforeLast) {
                return;
            }
            value = (value ^ plain) * PRIME;
            beforeLast = last;
            last = plain;
        }
    }
}
