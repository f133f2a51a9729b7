package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.HashTable;
import io.ticketwire.intelligence.token.Rows;

/** The roles of words, from the resource {@code words.tsv}: language, role, forms with semicolons between. */
final class WordRoles {

    static final int LONGEST_PHRASE = 3;

    private static final int SHORTEST_PREFIX = 3;

    private final HashTable forms = new HashTable();
    private final HashTable prefixes = new HashTable();
    private final HashTable phraseStarts = new HashTable();
    private final List<String> hideable = new ArrayList<>();

    private WordRoles() {}

    static WordRoles load() {
        WordRoles words = new WordRoles();
        for (String[] row : Rows.of("hostility/words.tsv")) {
            Role role = Role.valueOf(row[1]);
            for (String form : row[2].split(";")) {
                words.add(Salt.of(row[0]), role, form.strip());
            }
        }
        return words;
    }

    private void add(long salt, Role role, String form) {
        if ((role.bit() & Role.BAD) != 0 && form.indexOf(' ') < 0) {
            hideable.add(form);
        }
        if (form.endsWith("*")) {
            prefixes.or(Letters.hash(form.substring(0, form.length() - 1)) ^ salt, role.bit());
            return;
        }
        String[] parts = form.split(" ");
        long hash = Letters.hash(parts[0]);
        if (parts.length > 1) {
            phraseStarts.put(hash ^ salt, 1);
        }
        for (int i = 1; i < parts.length; i++) {
            hash = Letters.join(hash, Letters.hash(parts[i]));
        }
        forms.or(hash ^ salt, role.bit());
    }

    /** The words that people write in disguise; {@code form*} is the beginning of words. */
    List<String> hideable() {
        return hideable;
    }

    /** The roles of a word as bits, its language's own first. */
    int roles(char[] folded, int from, int to, Language language) {
        long salt = Salt.of(language);
        Letters.Hash hash = new Letters.Hash();
        int byPrefix = 0;
        for (int i = from; i < to; i++) {
            hash.add(Letters.plain(folded[i]));
            if (i - from + 1 >= SHORTEST_PREFIX) {
                int own = prefixes.get(hash.value ^ salt);
                int longer = own == 0 ? prefixes.get(hash.value) : own;
                byPrefix = longer == 0 ? byPrefix : longer;
            }
        }
        int exact = roles(hash.value, language);
        return exact == 0 ? byPrefix : exact;
    }

    /** The same of a hash, for words of which nothing but the whole counts. */
    int roles(long hash, Language language) {
        int own = forms.get(hash ^ Salt.of(language));
        return own == 0 ? forms.get(hash) : own;
    }

    /** Whether these letters and an apostrophe are the article or pronoun before a word. */
    boolean joinsNext(char[] folded, int from, int to) {
        return (roles(folded, from, to, Language.UND) & Role.ELISION.bit()) != 0;
    }

    boolean startsPhrase(long hash, Language language) {
        return phraseStarts.get(hash ^ Salt.of(language)) != 0 || phraseStarts.get(hash) != 0;
    }
}
