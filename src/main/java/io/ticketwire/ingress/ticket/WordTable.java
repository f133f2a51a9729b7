package io.ticketwire.ingress.ticket;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.ticketwire.ingress.text.CleanText;

/** Words of many sources to one of ours: a table that is written by our word and read by theirs. */
final class WordTable {
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\(?\\d{1,3}\\)?[ .:)]+(?=\\p{L})");

    private WordTable() {}

    /** From our word to a comma list of theirs, turned round. */
    static Map<String, String> of(Map<String, String> theirsByOurs) {
        Map<String, String> oursByTheirs = new HashMap<>();
        theirsByOurs.forEach((ours, theirs) -> {
            for (String word : theirs.split(",\\s*")) {
                oursByTheirs.put(word, ours);
            }
        });
        return Map.copyOf(oursByTheirs);
    }

    /** Lower case, blanks for hyphens and underscores, no number in front: "2 - In_Progress" is "in progress". */
    static String normal(String raw) {
        String spaced = raw.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .replace('\u2013', ' ')
                .replace('\u2019', '\'');
        String line = CleanText.oneLine(spaced);
        return line.isEmpty() || !Character.isDigit(line.charAt(0)) && line.charAt(0) != '('
                ? line
                : LEADING_NUMBER.matcher(line).replaceFirst("");
    }
}
