package io.ticketwire.intelligence.hostility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Words with a space after each letter. They must begin where the letters begin or behind another such word, so that nothing is
 * found in the middle of a name that somebody spells.
 */
final class SpacedLetters {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;

    private final Set<String> words = new HashSet<>();

    SpacedLetters(List<String> hideable) {
        for (String word : hideable) {
            HiddenWord hidden = HiddenWord.of(word);
            if (hidden.letters().length() >= SHORTEST) {
                words.add(hidden.letters());
            }
        }
    }

    void find(Tokens tokens, List<Plain> found) {
        for (int i = 0; i < tokens.size(); ) {
            int end = i;
            while (end < tokens.size() && isLetter(tokens, end) && (end == i || isNear(tokens, end))) {
                end++;
            }
            if (end - i >= SHORTEST) {
                read(tokens, i, end, found);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean isLetter(Tokens tokens, int index) {
        return tokens.end(index) - tokens.start(index) == 1
                && (tokens.is(index, TokenKind.WORD) || tokens.is(index, TokenKind.NUMBER));
    }

    private static boolean isNear(Tokens tokens, int index) {
        return tokens.start(index) - tokens.end(index - 1) == 1;
    }

    private void read(Tokens tokens, int from, int end, List<Plain> found) {
        int at = isAddressed(tokens, from) ? from + 1 : from;
        int length = 1;
        while (at < end && length > 0) {
            length = longestFrom(tokens, at, end);
            if (length > 0) {
                found.add(new Plain(letters(tokens, at, at + length), at, at + length - 1));
            }
            at += length;
        }
    }

    private static boolean isAddressed(Tokens tokens, int index) {
        return tokens.folded()[tokens.start(index)] == 'u';
    }

    private int longestFrom(Tokens tokens, int from, int end) {
        for (int to = Math.min(end, from + LONGEST); to - from >= SHORTEST; to--) {
            if (words.contains(letters(tokens, from, to))) {
                return to - from;
            }
        }
        return 0;
    }

    private static String letters(Tokens tokens, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            letters.append(HiddenWord.lettersOf(Letters.likeness(tokens.folded()[tokens.start(i)]))
                    .charAt(0));
        }
        return letters.toString();
    }
}
