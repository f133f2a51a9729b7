package io.ticketwire.intelligence.hostility;

/**
 * A few characters between spaces that may be a word in disguise, without what is around it ({@code **bold**}, a full stop) and
 * without characters that nobody sees.
 *
 * @param letters plain letters and signs, in Latin
 * @param length how many of them count
 * @param from its first character in the text
 * @param to the character after its last
 * @param latin how many are letters
 */
record Chunk(char[] letters, int length, int from, int to, int latin) {

    /** Null if there can't be a hidden word. */
    static Chunk of(char[] text, int at, int end, int longest) {
        int from = at;
        int to = end;
        while (from < to && (text[from] == '*' || text[from] == '_' || text[from] == '~')) {
            from++;
        }
        int wrapped = from - at;
        while (to > from && (".!-_~#+|".indexOf(text[to - 1]) >= 0 || text[to - 1] == '*' && wrapped-- > 0)) {
            to--;
        }
        while (from < to && (text[from] == '#' || text[from] == '-' || text[from] == '.')) {
            from++;
        }
        return to - from < 3 || to - from > longest ? null : read(text, from, to);
    }

    private static Chunk read(char[] text, int from, int to) {
        char[] letters = new char[(to - from) * 2];
        int length = 0;
        int latin = 0;
        int alike = 0;
        boolean odd = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            char plain = Letters.likeness(c);
            if (isUnseen(c)) {
                odd = true;
                continue;
            }
            boolean isLetter = plain >= 'a' && plain <= 'z';
            alike += isLetter && c >= 0x370 ? 1 : 0;
            latin += isLetter ? 1 : 0;
            odd |= !isLetter
                    || c >= 0x370
                    || length >= 2 && plain == letters[length - 1] && plain == letters[length - 2];
            if (c == 'ß') {
                letters[length++] = 's';
                letters[length++] = 's';
                latin += 2;
            } else {
                letters[length++] = plain;
            }
        }
        Chunk chunk = new Chunk(letters, length, from, to, latin);
        boolean otherScript = alike == latin && alike > 0 && text[from] < 0xff00;
        return odd && !otherScript && chunk.isWordlike() ? chunk.withoutSeparators() : null;
    }

    private static boolean isUnseen(char c) {
        return c >= 0x200b && c <= 0x200f
                || c >= 0x2060 && c <= 0x2064
                || c == 0xfeff
                || c == 0xad
                || c >= 0xfe00 && c <= 0xfe0f;
    }

    /** An id has more digits than letters, and {@code $name} is a variable. */
    private boolean isWordlike() {
        return length >= 3
                && (latin * 2 >= length || isFourStarred() || latin >= 2 && letters[0] >= 'a')
                && !(letters[0] == '$' && latin == length - 1);
    }

    boolean isOneLetter() {
        return latin <= 1;
    }

    boolean isFourStarred() {
        return length == 4 && letters[1] == '*' && letters[2] == '*' && letters[3] == '*';
    }

    /** {@code f.u.c.k} and {@code f_u_c_k} as one word. */
    private Chunk withoutSeparators() {
        for (int i = 0; i < length; i++) {
            boolean isLetter = letters[i] >= 'a' && letters[i] <= 'z' || HiddenWord.isSign(letters[i]);
            boolean separates = HiddenWord.isMask(letters[i]) && letters[i] == letters[1];
            if (length < 7 || (i % 2 == 0 ? !isLetter : !separates)) {
                return this;
            }
        }
        char[] joined = new char[(length + 1) / 2];
        for (int i = 0; i < length; i += 2) {
            joined[i / 2] = letters[i];
        }
        return new Chunk(joined, joined.length, from, to, latin);
    }
}
