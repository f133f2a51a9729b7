package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Finds the plain word behind {@code f***}, {@code sh1t}, {@code i d i o t}, {@code stuuupid}, Cyrillic letters among Latin ones
 * and characters that nobody sees. Knows only words that people hide, so that ids, prices and passwords stay what they are. Reads
 * each character once; only what looks odd is compared with words, and nothing longer than {@value #LONGEST} characters.
 */
public final class Disguise {

    private static final int LONGEST = 24;
    private static final int SHORTEST = 4;
    private static final boolean[] BREAKS = new boolean[128];

    static {
        Arrays.fill(BREAKS, 0, ' ' + 1, true);
        for (char c : "\"'()[]{}<>/\\,;:=&?`".toCharArray()) {
            BREAKS[c] = true;
        }
    }

    private final Map<Character, List<HiddenWord>> byFirst = new HashMap<>();
    private final SpacedLetters spaced;

    Disguise(List<String> words) {
        for (String word : words) {
            HiddenWord hidden = HiddenWord.of(word);
            if (hidden.letters().length() >= SHORTEST) {
                byFirst.computeIfAbsent(hidden.letters().charAt(0), first -> new ArrayList<>())
                        .add(hidden);
            }
        }
        // Of two that fit, the whole word is meant rather than a beginning, and the shorter of two: f*** is no
        // motherf***.
        byFirst.values()
                .forEach(list -> list.sort(Comparator.comparing(HiddenWord::open)
                        .thenComparing(word -> word.letters().length())));
        spaced = new SpacedLetters(words);
    }

    /** With the words of this version of Ticketwire. */
    public static Disguise load() {
        return new Disguise(WordRoles.load().hideable());
    }

    /** The hidden words of a text, in its order. Words that stand there plainly are not among them. */
    public List<Plain> plain(Tokens tokens) {
        List<Plain> found = new ArrayList<>();
        spaced.find(tokens, found);
        int apart = found.size();
        char[] text = tokens.folded();
        int token = 0;
        for (int at = 0; at < text.length; ) {
            int end = at;
            while (end < text.length && !isBreak(text[end])) {
                end++;
            }
            if (end - at >= SHORTEST && isOdd(text, at, end)) {
                token = read(tokens, token, at, end, found);
            }
            at = end + 1;
        }
        if (apart > 0 && found.size() > apart) {
            found.sort(Comparator.comparingInt(Plain::firstToken));
        }
        return found;
    }

    private static boolean isBreak(char c) {
        return c < 128 ? BREAKS[c] : c == '\u00a0' || c == '«' || c == '»' || c >= '\u201c' && c <= '\u201e';
    }

    /** Whether there is a sign, a stretched letter or another script inside. */
    private static boolean isOdd(char[] text, int from, int end) {
        int to = end;
        while (to > from && (text[to - 1] == '.' || text[to - 1] == '!')) {
            to--;
        }
        for (int i = from; i < to; i++) {
            char c = text[i];
            boolean isLetter = c >= 'a' && c <= 'z' || c > 127 && c < 0x250;
            if (!isLetter || i >= from + 2 && c == text[i - 1] && c == text[i - 2]) {
                return true;
            }
        }
        return false;
    }

    /** Returns the token to go on from. */
    private int read(Tokens tokens, int from, int at, int end, List<Plain> found) {
        int first = from;
        while (first < tokens.size() && tokens.end(first) <= at) {
            first++;
        }
        if (first == tokens.size() || isAddress(tokens, first)) {
            return first;
        }
        Chunk chunk = Chunk.of(tokens.folded(), at, end, LONGEST);
        HiddenWord word = chunk == null || isMaskedName(tokens, chunk) ? null : wordOf(chunk);
        if (word == null) {
            return first;
        }
        while (tokens.end(first) <= chunk.from()) {
            first++;
        }
        int last = first;
        while (last + 1 < tokens.size() && tokens.start(last + 1) < chunk.to()) {
            last++;
        }
        found.add(new Plain(word.letters(), first, last));
        return last;
    }

    private static boolean isAddress(Tokens tokens, int token) {
        TokenKind kind = tokens.kind(token);
        return kind == TokenKind.URL
                || kind == TokenKind.EMAIL
                || kind == TokenKind.MENTION
                || kind == TokenKind.NUMBER;
    }

    private static boolean isMaskedName(Tokens tokens, Chunk chunk) {
        return chunk.isOneLetter() && Character.isUpperCase(tokens.text().charAt(chunk.from()));
    }

    private HiddenWord wordOf(Chunk chunk) {
        if (chunk.isOneLetter()) {
            return oneLetter(chunk);
        }
        String firsts = HiddenWord.lettersOf(chunk.letters()[0]);
        for (int i = 0; i < firsts.length(); i++) {
            for (HiddenWord word : byFirst.getOrDefault(firsts.charAt(i), List.of())) {
                if (word.matches(chunk.letters(), chunk.length())) {
                    return word;
                }
            }
        }
        return null;
    }

    /** Of one letter and stars only the two that everybody knows: all else may be a masked name. */
    private static HiddenWord oneLetter(Chunk chunk) {
        if (!chunk.isFourStarred()) {
            return null;
        }
        return switch (chunk.letters()[0]) {
            case 'f' -> new HiddenWord("fuck", false);
            case 's' -> new HiddenWord("shit", false);
            default -> null;
        };
    }
}
