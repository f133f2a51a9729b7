package io.ticketwire.intelligence.hostility;

/**
 * A word that people hide, and what it may look like then: signs instead of letters ({@code sh1t}, {@code a$$hole}), signs over
 * letters ({@code f***}, one for each or a few less), letters stretched ({@code stuuupid}).
 *
 * @param letters plain
 * @param open whether other letters may follow
 */
record HiddenWord(String letters, boolean open) {

    private static final String SIGNS = "0134578@$!|+€";

    static HiddenWord of(String form) {
        boolean open = form.endsWith("*");
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < form.length() - (open ? 1 : 0); i++) {
            char c = Letters.plain(form.charAt(i));
            plain.append(c == 'ß' ? "ss" : String.valueOf(c));
        }
        return new HiddenWord(plain.toString(), open);
    }

    /** The letters that a sign may stand for; the character itself if it's none. */
    static String lettersOf(char c) {
        return switch (c) {
            case '0' -> "o";
            case '1', '!', '|' -> "il";
            case '3', '€' -> "e";
            case '4', '@' -> "a";
            case '5', '$' -> "s";
            case '7', '+' -> "t";
            case '8' -> "b";
            default -> String.valueOf(c);
        };
    }

    static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    static boolean isMask(char c) {
        return c == '*' || c == '#' || c == '_' || c == '-' || c == '.' || c == '@' || c == '%';
    }

    boolean matches(char[] written, int length) {
        return matches(written, 0, length, 0);
    }

    private boolean matches(char[] written, int at, int end, int letter) {
        if (at == end) {
            return letter >= letters.length();
        }
        char c = written[at];
        if (letter < letters.length()
                && stands(c, letters.charAt(letter))
                && matches(written, at + 1, end, letter + 1)) {
            return true;
        }
        if (at > 0 && written[at - 1] == c && !isMask(c)) {
            return matches(written, at + 1, end, letter);
        }
        if (letter >= letters.length()) {
            return open && c >= 'a' && c <= 'z' && matches(written, at + 1, end, letter);
        }
        return isMask(c) && overMask(written, at, end, letter);
    }

    private boolean overMask(char[] written, int at, int end, int letter) {
        int run = 1;
        while (at + run < end && written[at + run] == written[at]) {
            run++;
        }
        boolean loose = run >= 2;
        if (isPunctuation(written[at]) && (at > 1 || run < 3) || written[at] == '@' && !loose) {
            return false;
        }
        for (int n = run; n <= (loose ? run + 2 : run) && letter + n <= letters.length(); n++) {
            if (matches(written, at + run, end, letter + n)) {
                return true;
            }
        }
        return false;
    }

    /** Dots and dashes stand between words, too: only {@code f---ing} hides one. */
    private static boolean isPunctuation(char c) {
        return c == '-' || c == '.';
    }

    private static boolean stands(char written, char letter) {
        return switch (written) {
            case '0' -> letter == 'o';
            case '1', '!', '|' -> letter == 'i' || letter == 'l';
            case '3', '€' -> letter == 'e';
            case '4', '@' -> letter == 'a';
            case '5', '$' -> letter == 's';
            case '7', '+' -> letter == 't';
            case '8' -> letter == 'b';
            default -> written == letter;
        };
    }
}
