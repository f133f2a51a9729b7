package io.ticketwire.intelligence.hostility;

import io.ticketwire.intelligence.token.Accents;
import io.ticketwire.intelligence.token.Tokens;

/** Letters without their marks, and the letters that others are mistaken for. */
final class Letters {

    private static final String CYRILLIC_AND_GREEK = "аеорсухіјѕԁһкмтвԛԝαεορυνικτχ";
    private static final String THEIR_LIKENESS = "aeopcyxijsdhkmtbqwaeopuviktx";

    private Letters() {}

    /** Lower case without accents; other scripts stay. In Spanish the tilde makes another word ({@code cono}, {@code ano}): it stays, too. */
    static char plain(char c) {
        return c == 'ñ' || c == 'Ñ' ? 'ñ' : Accents.without(c);
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

        long value = Tokens.hashStart();
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
            value = Tokens.hashStep(value, plain);
            beforeLast = last;
            last = plain;
        }
    }
}
