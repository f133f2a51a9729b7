package io.ticketwire.intelligence.phrase;

import java.util.Arrays;

import io.ticketwire.intelligence.token.Accents;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * The tokens of a text as phrases are compared with them: accents are gone ({@code résilier} is {@code resilier}, as it is
 * typed on phones), hyphens, quotes and brackets are no words ({@code out-of-office} is three), and a word behind an
 * apostrophe can be met by itself ({@code l'abonnement}).
 */
public final class Words {

    /** What ends a thought: no gap reaches across. */
    private static final String STOPS = ".!?;:\u2026\u00a1\u00bf";

    private final Tokens tokens;
    private final char[] plain;
    private final int[] places;
    private final long[] hashes;
    private final long[] tails;
    private final int[] tailStarts;
    private int size;

    private Words(Tokens tokens) {
        this.tokens = tokens;
        this.plain = Accents.without(tokens.folded());
        this.places = new int[tokens.size()];
        this.hashes = new long[tokens.size()];
        this.tails = new long[tokens.size()];
        this.tailStarts = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.is(i, TokenKind.PUNCTUATION) || separates(tokens.folded()[tokens.start(i)])) {
                add(i);
            }
        }
    }

    private Words(Words whole, int from, int to) {
        this.tokens = whole.tokens;
        this.plain = whole.plain;
        this.places = Arrays.copyOfRange(whole.places, from, to);
        this.hashes = Arrays.copyOfRange(whole.hashes, from, to);
        this.tails = Arrays.copyOfRange(whole.tails, from, to);
        this.tailStarts = Arrays.copyOfRange(whole.tailStarts, from, to);
        this.size = to - from;
    }

    public static Words of(Tokens tokens) {
        return new Words(tokens);
    }

    /** Those that begin before a place of the text, as a text of their own: no phrase reaches out of them. */
    public Words before(int place) {
        return new Words(this, 0, firstFrom(place));
    }

    /** The others, likewise. */
    public Words from(int place) {
        return new Words(this, firstFrom(place), size);
    }

    private int firstFrom(int place) {
        int first = 0;
        while (first < size && start(first) < place) {
            first++;
        }
        return first;
    }

    /** What they were made of. */
    public Tokens tokens() {
        return tokens;
    }

    public int size() {
        return size;
    }

    /** Where a word begins, in characters of the text. */
    public int start(int index) {
        return tokens.start(places[index]);
    }

    /** Where it ends, exclusive. */
    public int end(int index) {
        return tokens.end(places[index]);
    }

    /** Whether a sentence, or a part that stands by itself, ends here. */
    public boolean stops(int index) {
        return tokens.is(places[index], TokenKind.PUNCTUATION)
                && STOPS.indexOf(tokens.folded()[tokens.start(places[index])]) >= 0;
    }

    public boolean is(int index, TokenKind kind) {
        return tokens.is(places[index], kind);
    }

    /** The hash of the word without accents. */
    public long hash(int index) {
        return hashes[index];
    }

    /** The hash of what stands behind the apostrophe in a word; 0 if there is none. */
    public long tail(int index) {
        return tails[index];
    }

    /** Whether a word begins so, or what stands behind its apostrophe does. */
    boolean startsWith(int index, char[] prefix) {
        return startsAt(start(index), end(index), prefix)
                || tails[index] != 0 && startsAt(tailStarts[index], end(index), prefix);
    }

    private boolean startsAt(int from, int to, char[] prefix) {
        return to - from >= prefix.length && Arrays.equals(plain, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** Without accents, as {@link #startsWith} compares them. */
    char[] plain() {
        return plain;
    }

    /** Where what stands behind a word's apostrophe begins; 0 if there is none. */
    int tailStart(int index) {
        return tailStarts[index];
    }

    /** A word without its accents. */
    char[] letters(int index) {
        return Arrays.copyOfRange(plain, start(index), end(index));
    }

    private void add(int token) {
        int from = tokens.start(token);
        int to = tokens.end(token);
        boolean same = true;
        int apostrophe = -1;
        for (int i = from; i < to; i++) {
            same &= plain[i] == tokens.folded()[i];
            apostrophe = plain[i] == '\'' ? i : apostrophe;
        }
        places[size] = token;
        hashes[size] = same ? tokens.hash(token) : hash(from, to);
        tails[size] = apostrophe < 0 ? 0 : hash(apostrophe + 1, to);
        tailStarts[size] = apostrophe + 1;
        size++;
    }

    private long hash(int from, int to) {
        return Tokens.hash(new String(plain, from, to - from));
    }

    private static boolean separates(char c) {
        return c == ',' || STOPS.indexOf(c) >= 0;
    }
}
