package io.ticketwire.intelligence.hostility;

import io.ticketwire.intelligence.language.Language;

/** What the words of a language are filed under, so that one table holds those of all. */
final class Salt {

    /** Of words that all languages share. */
    private static final String SHARED = "*";

    private Salt() {}

    static long of(String code) {
        return code.equals(SHARED) ? 0 : of(Language.of(code));
    }

    /** A language that has no words of its own is read as English. */
    static long of(Language language) {
        Language known = language.ordinal() <= Language.NL.ordinal() ? language : Language.EN;
        return (known.ordinal() + 1) * 0x632be59bd9b4e019L;
    }
}
