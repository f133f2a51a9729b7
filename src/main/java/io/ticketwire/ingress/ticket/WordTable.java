package io.ticketwire.ingress.ticket;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.ticketwire.text.CleanText;

/** Words of many sources to one of ours: a table that is written by our word and read by theirs. */
final class WordTable {
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\(?\\d{1,3}\\)?[ .:)]+(?=\\p{L})");

    private static final Pattern JOINT = Pattern.compile("\\s[-\u2013]+\\s|[(/:|.)]");
    private static final int MAX_PARTS = 5;

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

    /**
     * Ours for a word of theirs, or for the last part that is known of one that is put together: "P2 - High", "New (by
     * mail)", "status.open". What is not so is nothing that we know.
     */
    static String find(Map<String, String> oursByTheirs, String raw, UnaryOperator<String> otherwise) {
        String whole = normal(raw);
        String known = lookUp(oursByTheirs, whole, otherwise);
        if (known != null || whole.startsWith("not ") || whole.contains(" not ")) {
            return known;
        }
        String[] parts = JOINT.split(raw, MAX_PARTS);
        for (int i = parts.length - 1; i >= 0 && parts.length > 1; i--) {
            known = lookUp(oursByTheirs, normal(parts[i]), otherwise);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static String lookUp(Map<String, String> words, String word, UnaryOperator<String> otherwise) {
        String known = words.get(word);
        return known == null ? otherwise.apply(word) : known;
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
