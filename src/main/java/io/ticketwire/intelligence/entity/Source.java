package io.ticketwire.intelligence.entity;

import java.util.Arrays;

/** A text, and what of it is known to be something already. */
final class Source {

    private final String text;
    /** The same with blanks where something else is. */
    private final char[] open;

    Source(String text) {
        this.text = text;
        this.open = text.toCharArray();
    }

    int length() {
        return text.length();
    }

    /** A blank before the beginning and behind the end, and where something else is. */
    char at(int index) {
        return index < 0 || index >= open.length ? ' ' : open[index];
    }

    /** As it is written, whether it is something already or not. */
    char written(int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    boolean startsWith(int index, String lowerCase) {
        return text.regionMatches(true, index, lowerCase, 0, lowerCase.length());
    }

    int indexOf(char c, int from) {
        return text.indexOf(c, from);
    }

    boolean hasDigits() {
        return text.chars().anyMatch(c -> isDigit((char) c));
    }

    void take(int from, int to) {
        Arrays.fill(open, from, to, ' ');
    }

    boolean isTaken(int index) {
        return open[index] != text.charAt(index);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Letters and digits; no ordinal signs ({@code nº}). */
    static boolean isWord(char c) {
        return isDigit(c)
                || isAsciiLetter(c)
                || c > 127 && c != '\u00ba' && c != '\u00aa' && Character.isLetterOrDigit(c);
    }

    /** Blanks within a line, as they stand between the groups of a number. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }
}
