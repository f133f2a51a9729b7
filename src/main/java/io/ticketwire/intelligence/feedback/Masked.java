package io.ticketwire.intelligence.feedback;

/**
 * Text without mail addresses and phone numbers. Masks rather too much than too little: any seven digits that stand together,
 * or nearly so, may be a number that somebody answers. In one pass, in time that grows with the length.
 */
final class Masked {

    private static final String EMAIL = "<email>";
    private static final String PHONE = "<phone>";
    private static final int LEAST_DIGITS = 7;

    /** Between the digits of a number. */
    private static final String SEPARATORS = " \t-./()\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013";

    /** As many may stand between two digits of a number: {@code +49 (0) / 89}. */
    private static final int MOST_SEPARATORS = 4;

    /** An @ within a link. */
    private static final String ESCAPED_AT = "%40";

    private Masked() {}

    /** The masked text; null stays null. */
    static String of(String text) {
        return text == null ? null : phones(emails(text));
    }

    private static String emails(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (int at = 0; at < text.length(); at++) {
            int afterAt = afterAt(text, at);
            if (afterAt == at) {
                continue;
            }
            int start = at;
            while (start > copied && isOfAddress(text.charAt(start - 1))) {
                start--;
            }
            int end = afterAt;
            while (end < text.length() && isOfAddress(text.charAt(end))) {
                end++;
            }
            if (start < at && end > afterAt) {
                masked.append(text, copied, start).append(EMAIL);
                copied = end;
                at = end - 1;
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /** The place itself if no @ stands there. */
    private static int afterAt(String text, int place) {
        if (text.charAt(place) == '@') {
            return place + 1;
        }
        return text.startsWith(ESCAPED_AT, place) ? place + ESCAPED_AT.length() : place;
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'=~#&".indexOf(c) >= 0;
    }

    private static String phones(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (!Character.isDigit(text.charAt(i))) {
                masked.append(text.charAt(i++));
                continue;
            }
            int end = endOfNumber(text, i);
            masked.append(digits(text, i, end) >= LEAST_DIGITS ? PHONE : text.substring(i, end));
            i = end;
        }
        return masked.toString();
    }

    /** After its last digit. */
    private static int endOfNumber(String text, int start) {
        int end = start + 1;
        for (int i = end; i < text.length() && i - end <= MOST_SEPARATORS; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                end = i + 1;
            } else if (SEPARATORS.indexOf(c) < 0) {
                break;
            }
        }
        return end;
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}
