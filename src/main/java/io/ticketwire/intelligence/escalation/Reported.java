package io.ticketwire.intelligence.escalation;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ticketwire.intelligence.hostility.Quotation;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * What of a text somebody else has said: {@code our customer wrote "I will sue you"}. In quotation marks may also stand what
 * the writer has said before ({@code I told you "I will sue you"}), or a word that is stressed ({@code I want to "cancel"}):
 * that is the writer's own.
 */
final class Reported {

    /** How many words before a quotation tell whose it is: {@code I have told your agent}. */
    private static final int REACH = 4;

    /** By which writers speak of what they said themselves. No {@code nous}: it is also whom somebody has told something. */
    private static final Set<Long> OWN = Stream.of(
                    "i",
                    "i've",
                    "i'm",
                    "we",
                    "we've",
                    "we're",
                    "ich",
                    "wir",
                    "je",
                    "j'ai",
                    "avons",
                    "yo",
                    "nosotros",
                    "dije",
                    "dijimos",
                    "digo",
                    "escribí",
                    "io",
                    "noi",
                    "ho",
                    "abbiamo",
                    "eu",
                    "nós",
                    "ik",
                    "wij")
            .map(Tokens::hash)
            .collect(Collectors.toUnmodifiableSet());

    private final Tokens tokens;

    /** Where quotations of others begin, to where they end; without punctuation at both. */
    private final NavigableMap<Integer, Integer> quotations = new TreeMap<>();

    private Reported(Tokens tokens) {
        this.tokens = tokens;
    }

    static Reported in(Tokens tokens) {
        Reported reported = new Reported(tokens);
        BitSet quoted = Quotation.of(tokens);
        if (!quoted.isEmpty() && !isNearlyAll(quoted, tokens)) {
            for (int first = quoted.nextSetBit(0); first >= 0; ) {
                int end = quoted.nextClearBit(first);
                reported.add(first, end - 1);
                first = quoted.nextSetBit(end);
            }
        }
        return reported;
    }

    /** Who sets all of a message in quotation marks reports nothing. */
    private static boolean isNearlyAll(BitSet quoted, Tokens tokens) {
        int words = 0;
        int quotedWords = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenKind.WORD)) {
                words++;
                quotedWords += quoted.get(i) ? 1 : 0;
            }
        }
        return quotedWords * 10 >= words * 9;
    }

    private void add(int from, int to) {
        int first = from;
        int last = to;
        while (first <= last && tokens.is(first, TokenKind.PUNCTUATION)) {
            first++;
        }
        while (last > first && tokens.is(last, TokenKind.PUNCTUATION)) {
            last--;
        }
        if (first <= last && !isOwn(from - 1)) {
            quotations.put(tokens.start(first), tokens.end(last));
        }
    }

    /** Whether the words before a quotation mark, in the same sentence, say that the writer speaks. */
    private boolean isOwn(int mark) {
        int words = 0;
        for (int i = mark - 1; i >= 0 && words < REACH && !endsSentence(i); i--) {
            if (tokens.is(i, TokenKind.WORD)) {
                words++;
                if (OWN.contains(tokens.hash(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsSentence(int token) {
        return tokens.is(token, TokenKind.PUNCTUATION) && ".!?".indexOf(tokens.folded()[tokens.start(token)]) >= 0;
    }

    /** Whether these characters are in a quotation of somebody else, and are not all of it. */
    boolean covers(int start, int end) {
        Map.Entry<Integer, Integer> quotation = quotations.floorEntry(start);
        return quotation != null
                && end <= quotation.getValue()
                && end - start < quotation.getValue() - quotation.getKey();
    }
}
