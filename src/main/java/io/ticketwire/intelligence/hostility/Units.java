package io.ticketwire.intelligence.hostility;

import java.util.List;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.Tokens;

/**
 * A text's words as they are meant: those in disguise by their plain name, {@code d'idiots} as two, {@code filho da puta} as
 * one, without punctuation but with the clause and the sentence that each is in. Made by {@link UnitReader}.
 */
final class Units {

    private final Tokens tokens;
    private final Language language;
    private int size;
    private int present;
    private final long[] hashes;
    private final int[] roles;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] sentences;
    private final int[] clauses;

    Units(Tokens tokens, Language language) {
        this.tokens = tokens;
        this.language = language;
        int most = tokens.size() * 2;
        hashes = new long[most];
        roles = new int[most];
        firsts = new int[most];
        lasts = new int[most];
        sentences = new int[most];
        clauses = new int[most];
    }

    static Units of(Tokens tokens, List<Plain> hidden, Language language, WordRoles words) {
        return new UnitReader(tokens, language, words).read(hidden);
    }

    void add(long hash, int role, int first, int last, int sentence, int clause) {
        hashes[size] = hash;
        roles[size] = role;
        firsts[size] = first;
        lasts[size] = last;
        sentences[size] = sentence;
        clauses[size] = clause;
        present |= role;
        size++;
    }

    /** Makes one of the words of a phrase that has a role of its own. */
    void joinPhrases(WordRoles words) {
        int to = 0;
        for (int from = 0; from < size; to++) {
            int last = words.startsPhrase(hashes[from], language) ? lastOfPhrase(words, from) : from;
            move(from, last, to);
            from = last + 1;
        }
        size = to;
    }

    /** Leaves the roles of the longest phrase where its word will stand. */
    private int lastOfPhrase(WordRoles words, int from) {
        long hash = hashes[from];
        int best = from;
        for (int i = from + 1; i < Math.min(size, from + WordRoles.LONGEST_PHRASE) && sameSentence(from, i); i++) {
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
