package io.ticketwire.intelligence.entity;

import java.util.Locale;
import java.util.Set;

/**
 * What a word without blanks is made of.
 *
 * @param text the word
 * @param digits how many
 * @param upper capital letters
 * @param lower other letters
 * @param dots full stops
 * @param joints hyphens, slashes and underscores
 * @param behind the character after it
 */
record Shape(String text, int digits, int upper, int lower, int dots, int joints, char behind) {

    private static final int LONGEST = 40;
    private static final int SHORTEST_WEAK = 4;
    private static final int LOCATOR = 6;

    static Shape of(Source source, int from, int end) {
        int digits = 0;
        int upper = 0;
        int lower = 0;
        int dots = 0;
        for (int i = from; i < end; i++) {
            char c = source.at(i);
            digits += Source.isDigit(c) ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' || c > 127 ? 1 : 0;
            dots += c == '.' ? 1 : 0;
        }
        int joints = end - from - digits - upper - lower - dots;
        return new Shape(source.text(from, end), digits, upper, lower, dots, joints, source.at(end));
    }

    private int length() {
        return text.length();
    }

    private boolean isNumeric() {
        return upper + lower == 0;
    }

    /** Whether it is an id where a word for one stands before it; {@code sure} if that is all but said. */
    boolean mayBeId(boolean sure) {
        if (digits == 0 || length() > LONGEST || dots > 0 || behind == '%' || isTime()) {
            return false;
        }
        if (isNumeric() && joints == 0) {
            return sure ? digits >= 2 : digits >= SHORTEST_WEAK && !isYear() && !isRound();
        }
        if (isNumeric()) {
            return digits >= LOCATOR && !isDate() && !(joints == 1 && digits == LOCATOR && text.charAt(4) == '/');
        }
        if (lower > 0 && upper == 0) {
            return digits >= 3 && length() >= SHORTEST_WEAK && !isQuantity();
        }
        return length() >= SHORTEST_WEAK && digits >= (joints > 0 ? 1 : 2) || isRecordLocator();
    }

    /** Six capitals or digits, as airlines name a booking. */
    boolean isRecordLocator() {
        return length() == LOCATOR && upper + digits == LOCATOR && upper > 0;
    }

    /** What stands behind a hash with no word before it: no list entries ({@code #1}), no colours ({@code #ff8800}). */
    boolean mayBeHashed() {
        return digits >= SHORTEST_WEAK && lower == 0 && dots == 0 && length() <= LONGEST;
    }

    /** Ids that need no word before them. */
    boolean isKnown(Set<String> prefixes) {
        return isParcel() || isAmazonOrder() || isPrefixed(prefixes);
    }

    private boolean isParcel() {
        boolean ups = length() == 18 && text.startsWith("1Z") && lower == 0 && joints + dots == 0;
        boolean s10 = length() == 13
                && upper == 4
                && digits == 9
                && Source.isAsciiLetter(text.charAt(1))
                && Source.isDigit(text.charAt(2))
                && Source.isDigit(text.charAt(10));
        return ups || s10;
    }

    private boolean isAmazonOrder() {
        return length() == 19 && digits == 17 && text.charAt(3) == '-' && text.charAt(11) == '-';
    }

    private boolean isPrefixed(Set<String> prefixes) {
        int letters = 0;
        while (letters < length() && Source.isAsciiLetter(text.charAt(letters))) {
            letters++;
        }
        if (letters < 2
                || letters == length()
                || lower > 0
                || dots > 0
                || digits < SHORTEST_WEAK
                || length() > LONGEST) {
            return false;
        }
        boolean joined = text.charAt(letters) == '-' || letters > 2 && Source.isDigit(text.charAt(letters));
        return joined && prefixes.contains(text.substring(0, letters).toLowerCase(Locale.ROOT));
    }

    private boolean isTime() {
        return behind == ':' && digits <= 2;
    }

    private boolean isYear() {
        return digits == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    /** Rather so many of something. */
    private boolean isRound() {
        return digits < 8 && text.endsWith("000");
    }

    private boolean isDate() {
        String[] parts = text.split("[-/]");
        if (parts.length != 3) {
            return false;
        }
        int year = parts[0].length() == 4 ? 0 : 2;
        return parts[year].length() == 4 && parts[1].length() <= 2 && parts[2 - year].length() <= 2;
    }

    /** {@code 500mb}, {@code 100th}: digits, then letters and nothing more. */
    private boolean isQuantity() {
        return joints == 0
                && Source.isDigit(text.charAt(0))
                && Source.isAsciiLetter(text.charAt(length() - 1))
                && lower <= 3;
    }
}
