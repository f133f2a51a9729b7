package io.ticketwire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text.
 *
 * @param from its first character in the text
 * @param to the character after its last one, without its line feed
 * @param said what it says, without white space at its ends
 * @param origin what its source says of it
 */
public record Line(int from, int to, String said, Origin origin) {

    /** Characters of the longest line that is compared with a pattern: what is longer is prose. */
    static final int MOST = 400;

    /** The lines of a text, in their order; at least one. */
    public static List<Line> of(SourcedText mail) {
        String text = mail.text();
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            lines.add(new Line(from, to, stripped(text, from, to), mail.origin(lines.size())));
            from = to + 1;
        }
        return lines;
    }

    public boolean blank() {
        return said.isEmpty();
    }

    /** Whether it looks quoted, or is said to be: people write {@code >} for other things, too. */
    public boolean quoted() {
        return said.startsWith(">") || origin == Origin.QUOTE || origin == Origin.BLOCKQUOTE;
    }

    /** Whether it is prose, by its length alone. */
    public boolean tooLong() {
        return said.length() > MOST;
    }

    /** A text without white space at its ends, as {@link #said} is. */
    public static String stripped(String text) {
        return stripped(text, 0, text.length());
    }

    private static String stripped(String text, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isWhite(text.charAt(first))) {
            first++;
        }
        while (last > first && isWhite(text.charAt(last - 1))) {
            last--;
        }
        return text.substring(first, last);
    }

    /** Mail programs hide zero-width spaces, direction marks and byte order marks in their lines. */
    public static boolean isWhite(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\uFEFF';
    }
}
