package io.ticketwire.text;

/** Text that Postgres, Kafka consumers and people can hold: no control characters, no broken surrogates, no more than asked for. */
public final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * The text without NUL and other control characters (line feed and tab stay, a carriage return becomes a line feed),
     * and with every lone surrogate replaced by U+FFFD. Null stays null; a clean text is returned as it is.
     */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isPair(text, i)) {
                i++;
            } else if (suspicious(text.charAt(i))) {
                return rewritten(text, i);
            }
        }
        return text;
    }

    /** At most {@code max} UTF-16 units of the text, never ending in half a code point. Null stays null. */
    public static String cut(String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        int end = max > 0 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    /** The text on one line: every run of white space is one blank, none at the ends. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!blank(c)) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    /** Without white space at its ends; trailing blanks of lines go too, and more than two line feeds in a row are two. */
    public static String tidyLines(CharSequence text) {
        StringBuilder tidy = new StringBuilder(text.length());
        int feeds = 0;
        int blanksFrom = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                feeds++;
                blanksFrom = -1;
            } else if (blank(c)) {
                blanksFrom = blanksFrom < 0 ? i : blanksFrom;
            } else {
                if (tidy.length() > 0) {
                    tidy.append("\n\n", 0, Math.min(feeds, 2));
                }
                if (blanksFrom >= 0 && (tidy.length() > 0 || feeds > 0)) {
                    tidy.append(text, blanksFrom, i);
                }
                tidy.append(c);
                feeds = 0;
                blanksFrom = -1;
            }
        }
        return tidy.toString();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean suspicious(char c) {
        return Character.isSurrogate(c) || Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static String rewritten(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!suspicious(c)) {
                clean.append(c);
            } else if (isPair(text, i)) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append(REPLACEMENT);
            } else if (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                clean.append('\n');
            }
        }
        return clean.toString();
    }
}
