package io.ticketwire.intelligence.hostility;

import java.util.List;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** Makes the units of one text. */
final class UnitReader {

    private static final String SENTENCE_ENDS = ".!?;…¡¿";
    private static final String CLAUSE_ENDS = ",:()–—|=";

    private final Tokens tokens;
    private final Language language;
    private final WordRoles words;
    private final Units units;
    private int sentence;
    private int clause;

    UnitReader(Tokens tokens, Language language, WordRoles words) {
        this.tokens = tokens;
        this.language = language;
        this.words = words;
        this.units = new Units(tokens, language);
    }

    Units read(List<Plain> hidden) {
        int next = 0;
        for (int i = 0; i < tokens.size(); ) {
            breakAtLine(i);
            if (next < hidden.size() && hidden.get(next).firstToken() == i) {
                Plain plain = hidden.get(next++);
                char[] letters = plain.word().toCharArray();
                add(letters, 0, letters.length, i, plain.lastToken());
                i = plain.lastToken() + 1;
            } else {
                read(i++);
            }
        }
        units.joinPhrases(words);
        return units;
    }

    private void breakAtLine(int index) {
        int from = index == 0 ? 0 : tokens.end(index - 1);
        for (int i = from; i < tokens.start(index); i++) {
            if (tokens.folded()[i] == '\n') {
                nextSentence();
                return;
            }
        }
    }

    private void read(int index) {
        switch (tokens.kind(index)) {
            case WORD -> word(index);
            case NUMBER, URL, EMAIL -> units.add(tokens.kind(index).ordinal(), 0, index, index, sentence, clause);
            case PUNCTUATION -> punctuation(index);
            case MENTION, EMOJI -> clause++;
        }
    }

    private void word(int index) {
        char[] folded = tokens.folded();
        int start = tokens.start(index);
        int end = tokens.end(index);
        int apostrophe = start + 1;
        while (apostrophe < end && folded[apostrophe] != '\'') {
            apostrophe++;
        }
        boolean elided = apostrophe + 1 < end
                && words.roles(folded, start, end, language) == 0
                && words.joinsNext(folded, start, apostrophe);
        if (elided) {
            add(folded, start, apostrophe, index, index);
            add(folded, apostrophe + 1, end, index, index);
        } else {
            add(folded, start, end, index, index);
        }
    }

    private void add(char[] letters, int from, int to, int first, int last) {
        Letters.Hash hash = new Letters.Hash();
        for (int i = from; i < to; i++) {
            hash.add(Letters.plain(letters[i]));
        }
        units.add(hash.value, words.roles(letters, from, to, language), first, last, sentence, clause);
    }

    private void punctuation(int index) {
        char mark = tokens.folded()[tokens.start(index)];
        if (SENTENCE_ENDS.indexOf(mark) >= 0 && !opensBehindComma(index)) {
            nextSentence();
        } else if (CLAUSE_ENDS.indexOf(mark) >= 0 || mark == '-' && !joinsWords(index)) {
            clause++;
        }
    }

    /** In Spanish a question may begin in the middle of a sentence: "Ya lo sé, ¿puedo pasar?". */
    private boolean opensBehindComma(int index) {
        char mark = tokens.folded()[tokens.start(index)];
        return (mark == '¿' || mark == '¡')
                && tokens.is(index - 1, TokenKind.PUNCTUATION)
                && tokens.folded()[tokens.start(index - 1)] == ',';
    }

    private boolean joinsWords(int index) {
        return tokens.is(index - 1, TokenKind.WORD)
                && tokens.is(index + 1, TokenKind.WORD)
                && tokens.end(index - 1) == tokens.start(index)
                && tokens.end(index) == tokens.start(index + 1);
    }

    private void nextSentence() {
        sentence++;
        clause++;
    }
}
