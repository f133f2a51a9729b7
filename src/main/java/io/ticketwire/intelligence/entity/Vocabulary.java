package io.ticketwire.intelligence.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.ticketwire.intelligence.token.Rows;

/**
 * Words by which facts are known, in seven languages; in lower case without accents.
 *
 * @param idWords what has an id ({@code order})
 * @param codeWords what has an id that may be of letters alone ({@code PNR})
 * @param fillers what may stand between such a word and the id ({@code number})
 * @param phoneWords what announces a number to call
 * @param currencies signs, codes and names of money
 * @param prefixes what ids begin with ({@code INV})
 */
record Vocabulary(
        Set<String> idWords,
        Set<String> codeWords,
        Set<String> fillers,
        Set<String> phoneWords,
        Set<String> currencies,
        Set<String> prefixes) {

    private static final String RESOURCE = "entities.tsv";

    static Vocabulary load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String[] row : Rows.of(RESOURCE)) {
            words.computeIfAbsent(row[0], kind -> new HashSet<>()).addAll(Arrays.asList(row[1].split(" ")));
        }
        return new Vocabulary(
                words.get("id"),
                words.get("ids"),
                words.get("number"),
                words.get("phone"),
                words.get("currency"),
                words.get("prefix"));
    }
}
