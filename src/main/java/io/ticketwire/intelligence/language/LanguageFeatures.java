package io.ticketwire.intelligence.language;

import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Hashing;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * What tells languages apart: words, and sequences of 1 to 4 characters in them. Reads the first {@value #ENOUGH} characters of
 * words, which are enough.
 */
public final class LanguageFeatures {

    /** Buckets of the vector. */
    public static final int BUCKETS = 1 << 15;

    private static final int ENOUGH = 300;
    private static final int LONGEST = 4;
    private static final long WORD = 0x2c1b3c6d297a2dL;
    private static final long SEQUENCE = 0x61c8864680b583L;

    private LanguageFeatures() {}

    /** Replaces what {@code features} held. */
    public static void extract(Tokens tokens, Features features) {
        features.clear();
        int read = 0;
        for (int i = 0; i < tokens.size() && read < ENOUGH; i++) {
            if (tokens.is(i, TokenKind.WORD)) {
                features.add(bucket(tokens.hash(i) ^ WORD), 1.5f, tokens.start(i), tokens.end(i));
                sequences(tokens, i, features);
                read += tokens.end(i) - tokens.start(i);
            }
        }
        features.normalise(0, 1);
    }

    private static void sequences(Tokens tokens, int index, Features features) {
        char[] folded = tokens.folded();
        int start = tokens.start(index);
        int end = tokens.end(index);
        for (int i = start - 1; i <= end; i++) {
            long hash = SEQUENCE;
            for (int n = 1; n <= LONGEST && i + n - 1 <= end; n++) {
                int at = i + n - 1;
                hash = Tokens.hashStep(hash, at < start || at >= end ? ' ' : folded[at]);
                features.add(bucket(hash), 1, i, at);
            }
        }
    }

    private static int bucket(long hash) {
        return Hashing.bucket(hash, BUCKETS);
    }
}
