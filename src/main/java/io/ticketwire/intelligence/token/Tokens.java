package io.ticketwire.intelligence.token;

import java.util.Arrays;

/**
 * A text as a row of tokens. Reads each character once; makes no strings until asked for one. Words are compared by a 64-bit
 * hash of their folded form: lower case, one kind of apostrophe, a letter that is repeated more than twice only twice
 * ({@code sooooo} is {@code soo}).
 */
public final class Tokens {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final String text;
    private final char[] folded;
    private int size;
    private int[] starts;
    private int[] ends;
    private TokenKind[] kinds;
    private long[] hashes;

    private Tokens(String text) {
        this.text = text;
        this.folded = fold(text);
        int guess = text.length() / 4 + 8;
        this.starts = new int[guess];
        this.ends = new int[guess];
        this.kinds = new TokenKind[guess];
        this.hashes = new long[guess];
    }

    /** Cuts a text; positions are those of its characters (UTF-16). */
    public static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        int at = 0;
        while (at < text.length()) {
            at = tokens.next(at);
        }
        return tokens;
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    /** Where a token begins, in characters of the text. */
    public int start(int index) {
        return starts[index];
    }

    /** Where it ends, exclusive. */
    public int end(int index) {
        return ends[index];
    }

    public TokenKind kind(int index) {
        return kinds[index];
    }

    public boolean is(int index, TokenKind kind) {
        return index >= 0 && index < size && kinds[index] == kind;
    }

    /** The hash of the folded form, equal to {@link #hash(CharSequence)} of the same word. */
    public long hash(int index) {
        return hashes[index];
    }

    /** The token in lower case, with its repeated letters. */
    public String word(int index) {
        return new String(folded, starts[index], ends[index] - starts[index]);
    }

    /** The token as it was written. */
    public String written(int index) {
        return text.substring(starts[index], ends[index]);
    }

    /** The text in lower case, character by character: places are the same. Not to be written to. */
    public char[] folded() {
        return folded;
    }

    /** What a word's hash is, wherever it comes from. */
    public static long hash(CharSequence word) {
        char[] folded = fold(word);
        return hash(folded, 0, folded.length);
    }

    /** One step of the hash of a word; the first of a word begins with {@link #hashStart()}. */
    public static long hashStep(long hash, char next) {
        return (hash ^ next) * PRIME;
    }

    public static long hashStart() {
        return SEED;
    }

    private static long hash(char[] folded, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            if (!(i >= from + 2 && folded[i] == folded[i - 1] && folded[i] == folded[i - 2])) {
                hash = hashStep(hash, folded[i]);
            }
        }
        return hash;
    }

    private static char[] fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            folded[i] = c < 128
                    ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c)
                    : c == '\u2019' || c == '\u02bc' || c == '\u00b4' ? '\'' : Character.toLowerCase(c);
        }
        return folded;
    }

    private int next(int at) {
        char c = folded[at];
        if (c <= ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
            return at + 1;
        }
        if (isLetter(at)) {
            int link = link(at);
            return link > at ? add(TokenKind.URL, at, link) : letters(at);
        }
        if (c >= '0' && c <= '9' || Character.isDigit(c)) {
            return number(at);
        }
        if (c == '@' && at + 1 < folded.length && isWordPart(at + 1)) {
            return add(TokenKind.MENTION, at, wordEnd(at + 1));
        }
        int code = Character.codePointAt(folded, at);
        if (isEmoji(code)) {
            return emoji(at, Character.charCount(code));
        }
        if (isInvisible(code)) {
            return at + Character.charCount(code);
        }
        return punctuation(at, Character.charCount(code));
    }

    private int letters(int at) {
        int end = wordEnd(at);
        if (end < folded.length && (folded[end] == '@' || folded[end] == '.' || folded[end] == '-')) {
            int mail = mailEnd(at, end);
            if (mail > end) {
                return add(TokenKind.EMAIL, at, mail);
            }
        }
        return add(TokenKind.WORD, at, end);
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < folded.length) {
            if (isWordPart(end)) {
                end += Character.isHighSurrogate(folded[end]) ? 2 : 1;
            } else if (folded[end] == '\'' && end > from && end + 1 < folded.length && isLetter(end + 1)) {
                end++;
            } else {
                break;
            }
        }
        return Math.min(end, folded.length);
    }

    /** The end of the address that begins here, or {@code end} if there is none. */
    private int mailEnd(int at, int end) {
        int i = end;
        while (i < folded.length
                && i - at < 64
                && (isAsciiWord(folded[i]) || folded[i] == '.' || folded[i] == '-' || folded[i] == '+')) {
            i++;
        }
        if (i >= folded.length || folded[i] != '@') {
            return end;
        }
        int host = i + 1;
        int last = host;
        boolean dot = false;
        for (i = host; i < folded.length && i - host < 255; i++) {
            if (isAsciiWord(folded[i])) {
                last = i + 1;
            } else if (folded[i] == '.' && i + 1 < folded.length && isAsciiWord(folded[i + 1])) {
                dot = true;
            } else if (folded[i] != '-') {
                break;
            }
        }
        return dot ? last : end;
    }

    private int number(int at) {
        int end = at;
        while (end < folded.length) {
            char c = folded[end];
            boolean inner = (c == '.' || c == ',' || c == ':' || c == '/' || c == '-')
                    && end + 1 < folded.length
                    && Character.isDigit(folded[end + 1]);
            if (!Character.isDigit(c) && !inner) {
                break;
            }
            end++;
        }
        if (end < folded.length && isLetter(end)) {
            return add(TokenKind.WORD, at, wordEnd(end));
        }
        return add(TokenKind.NUMBER, at, end);
    }

    private int emoji(int at, int length) {
        int end = at + length;
        while (end < folded.length) {
            int code = Character.codePointAt(folded, end);
            if (!isInvisible(code)) {
                break;
            }
            end += Character.charCount(code);
        }
        add(TokenKind.EMOJI, at, at + length);
        return end;
    }

    private int punctuation(int at, int length) {
        int end = at + length;
        while (end < folded.length && folded[end] == folded[at]) {
            end++;
        }
        return add(TokenKind.PUNCTUATION, at, end);
    }

    /** The end of a link that begins here, or {@code at}. */
    private int link(int at) {
        char c = folded[at];
        if (c != 'h' && c != 'w'
                || !(startsWith(at, "http://") || startsWith(at, "https://") || startsWith(at, "www."))) {
            return at;
        }
        int end = at;
        while (end < folded.length && folded[end] > ' ' && "<>\"'`|)".indexOf(folded[end]) < 0) {
            end++;
        }
        while (end > at && ".,;:!?".indexOf(folded[end - 1]) >= 0) {
            end--;
        }
        return end;
    }

    private boolean startsWith(int at, String prefix) {
        if (at + prefix.length() > folded.length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (folded[at + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLetter(int at) {
        char c = folded[at];
        return c >= 'a' && c <= 'z' || c > 127 && Character.isLetter(Character.codePointAt(folded, at));
    }

    private boolean isWordPart(int at) {
        char c = folded[at];
        if (c < 128) {
            return isAsciiWord(c);
        }
        int code = Character.codePointAt(folded, at);
        return Character.isLetterOrDigit(code) || isMark(code);
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isInvisible(code);
    }

    private static boolean isAsciiWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean isEmoji(int code) {
        return code >= 0x1f000 && code <= 0x1faff && !(code >= 0x1f3fb && code <= 0x1f3ff)
                || code >= 0x2600 && code <= 0x27bf
                || code == 0x2b50
                || code == 0x2b55
                || code == 0x2763;
    }

    /** What joins and varies emoji, and what is written to be seen by no one. */
    private static boolean isInvisible(int code) {
        return code >= 0xfe00 && code <= 0xfe0f
                || code >= 0x200b && code <= 0x200f
                || code >= 0x202a && code <= 0x202e
                || code >= 0x2060 && code <= 0x2064
                || code >= 0x1f3fb && code <= 0x1f3ff
                || code == 0xfeff
                || code == 0x20e3
                || code == 0xad;
    }

    private int add(TokenKind kind, int from, int to) {
        if (size == starts.length) {
            int more = size * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            kinds = Arrays.copyOf(kinds, more);
            hashes = Arrays.copyOf(hashes, more);
        }
        starts[size] = from;
        ends[size] = to;
        kinds[size] = kind;
        hashes[size] = hash(folded, from, to);
        size++;
        return to;
    }
}
