package io.ticketwire.intelligence.hostility;

import java.util.List;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * A text's words as they are meant: those in disguise by their plain name, {@code d'idiots} as two, {@code filho da puta} as
 * one, without punctuation but with the clause and the sentence that each is in.
 */
final class Units {

    private static final String SENTENCE_ENDS = ".!?;…¡¿";
    private static final String CLAUSE_ENDS = ",:()–—|=";

    private final Tokens tokens;
    private final Language language;
    private final Words words;
    private int size;
    private int present;
    private int sentence;
    private int clause;
    private final long[] hashes;
    private final int[] roles;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] sentences;
    private final int[] clauses;

    private Units(Tokens tokens, Language language, Words words) {
        this.tokens = tokens;
        this.language = language;
        this.words = words;
        int most = tokens.size() * 2;
        hashes = new long[most];
        roles = new int[most];
        firsts = new int[most];
        lasts = new int[most];
        sentences = new int[most];
        clauses = new int[most];
    }

    static Units of(Tokens tokens, List<Plain> hidden, Language language, Words words) {
        Units units = new Units(tokens, language, words);
        int next = 0;
        for (int i = 0; i < tokens.size(); ) {
            units.breakAtLine(i);
            if (next < hidden.size() && hidden.get(next).firstToken() == i) {
                Plain plain = hidden.get(next++);
                char[] letters = plain.word().toCharArray();
                units.add(letters, 0, letters.length, i, plain.lastToken());
                i = plain.lastToken() + 1;
            } else {
                units.read(i++);
            }
        }
        units.joinPhrases();
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
            case NUMBER, URL, EMAIL -> put(tokens.kind(index).ordinal(), 0, index, index);
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
        put(hash.value, words.roles(letters, from, to, language), first, last);
    }

    private void put(long hash, int role, int first, int last) {
        hashes[size] = hash;
        roles[size] = role;
        firsts[size] = first;
        lasts[size] = last;
        sentences[size] = sentence;
        clauses[size] = clause;
        present |= role;
        size++;
    }

    private void punctuation(int index) {
        char mark = tokens.folded()[tokens.start(index)];
        if (SENTENCE_ENDS.indexOf(mark) >= 0) {
            nextSentence();
        } else if (CLAUSE_ENDS.indexOf(mark) >= 0 || mark == '-' && !joinsWords(index)) {
            clause++;
        }
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

    private void joinPhrases() {
        int to = 0;
        for (int from = 0; from < size; to++) {
            int last = words.startsPhrase(hashes[from], language) ? lastOfPhrase(from, to) : from;
            move(from, last, to);
            from = last + 1;
        }
        size = to;
    }

    /** Leaves the roles of the longest phrase where its word will stand. */
    private int lastOfPhrase(int from, int to) {
        long hash = hashes[from];
        int best = from;
        for (int i = from + 1; i < Math.min(size, from + Words.LONGEST_PHRASE) && sameSentence(from, i); i++) {
            hash = Letters.join(hash, hashes[i]);
            int found = words.roles(hash, language);
            if (found != 0) {
                roles[from] = found;
                present |= found;
                best = i;
            }
        }
        return best;
    }

    private void move(int from, int last, int to) {
        hashes[to] = hashes[from];
        roles[to] = roles[from];
        firsts[to] = firsts[from];
        lasts[to] = lasts[last];
        sentences[to] = sentences[from];
        clauses[to] = clauses[from];
    }

    int size() {
        return size;
    }

    long hash(int unit) {
        return hashes[unit];
    }

    boolean has(int unit, int roleBits) {
        return (roles[unit] & roleBits) != 0;
    }

    int roles(int unit) {
        return roles[unit];
    }

    /** The roles of all words together. */
    int present() {
        return present;
    }

    int firstToken(int unit) {
        return firsts[unit];
    }

    int lastToken(int unit) {
        return lasts[unit];
    }

    boolean sameSentence(int one, int other) {
        return sentences[one] == sentences[other];
    }

    boolean sameClause(int one, int other) {
        return clauses[one] == clauses[other];
    }

    boolean startsClause(int unit) {
        return unit == 0 || clauses[unit - 1] != clauses[unit];
    }

    boolean endsClause(int unit) {
        return unit == size - 1 || clauses[unit + 1] != clauses[unit];
    }

    boolean endsSentence(int unit) {
        return unit == size - 1 || sentences[unit + 1] != sentences[unit];
    }

    boolean startsWith(int unit, String prefix) {
        int start = tokens.start(firsts[unit]);
        char[] folded = tokens.folded();
        if (start + prefix.length() > tokens.end(lasts[unit])) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Letters.plain(folded[start + i]) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    Tokens tokens() {
        return tokens;
    }

    Language language() {
        return language;
    }
}
