package io.ticketwire.intelligence.similar;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * The words of a text in their order, for comparing it with others. No list of any language: a word is cut to its first
 * {@value #STEM} letters, which is what its forms have in common in most languages; what is written without spaces (Chinese,
 * Japanese, Thai) is taken two characters at a time.
 */
final class WordReader {

    private static final int STEM = 6;

    /** By length: shares of messages that hold a given word of so many letters, roughly, in European languages. */
    private static final float[] COMMONNESS = {.3f, .3f, .3f, .2f, .1f, .04f};

    private static final float LONGER = .01f;

    private final Tokens tokens;
    private final char[] letters;
    private final List<Word> words;

    private WordReader(Tokens tokens) {
        this.tokens = tokens;
        this.letters = tokens.folded();
        this.words = new ArrayList<>(tokens.size());
    }

    /** @param text decomposed (NFKD), so that an accent is a character of its own */
    static List<Word> read(String text) {
        WordReader reader = new WordReader(Tokens.of(text));
        for (int i = 0; i < reader.tokens.size(); i++) {
            reader.add(i);
        }
        return reader.words;
    }

    private void add(int token) {
        TokenKind kind = tokens.kind(token);
        switch (kind) {
            case NUMBER, EMAIL, URL -> words.add(new Word(tokens.hash(token), LONGER, true));
            case WORD -> addWord(token);
            case MENTION, PUNCTUATION, EMOJI -> {
                // Says to whom, or how, and not what.
            }
        }
    }

    private void addWord(int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        if (isUnspaced(letters[start])) {
            for (int i = start; i < Math.max(start + 1, end - 1); i++) {
                words.add(new Word(hash(i, Math.min(i + 2, end), 2), LONGER, false));
            }
        } else if (hasDigit(start, end)) {
            words.add(new Word(tokens.hash(token), LONGER, true));
        } else {
            int length = end - start;
            float commonness = length < COMMONNESS.length ? COMMONNESS[length] : LONGER;
            words.add(new Word(hash(start, end, STEM), commonness, false));
        }
    }

    private long hash(int start, int end, int most) {
        long hash = Tokens.hashStart();
        int taken = 0;
        for (int i = start; i < end && taken < most; i++) {
            if (!isAccent(letters[i])) {
                hash = Tokens.hashStep(hash, letters[i]);
                taken++;
            }
        }
        return hash;
    }

    private boolean hasDigit(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isDigit(letters[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAccent(char c) {
        return c >= 0x300 && c <= 0x36f;
    }

    /** Thai, Lao, Khmer, Myanmar; kana and ideographs. */
    private static boolean isUnspaced(char c) {
        return c >= 0xe00
                && (c <= 0xeff
                        || c >= 0x1000 && c <= 0x109f
                        || c >= 0x1780 && c <= 0x17ff
                        || c >= 0x2e80 && c <= 0x9fff
                        || Character.isHighSurrogate(c));
    }
}
