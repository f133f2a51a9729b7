package io.ticketwire.intelligence.lexicon;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** Words in which letters are repeated for emphasis. */
final class Stretched {

    /** No language has as many of a letter in a row. */
    private static final int RUN = 3;

    private Stretched() {}

    /**
     * The hash of a word with each of its stretched letters written so many times.
     *
     * @return 0 if none is stretched
     */
    static long hash(Tokens tokens, int index, int times) {
        if (!tokens.is(index, TokenKind.WORD)) {
            return 0;
        }
        char[] folded = tokens.folded();
        int end = tokens.end(index);
        long hash = Tokens.hashStart();
        boolean stretched = false;
        for (int i = tokens.start(index); i < end; ) {
            int next = i + 1;
            while (next < end && folded[next] == folded[i]) {
                next++;
            }
            int written = next - i >= RUN ? times : next - i;
            stretched |= next - i >= RUN;
            for (int n = 0; n < written; n++) {
                hash = Tokens.hashStep(hash, folded[i]);
            }
            i = next;
        }
        return stretched ? hash : 0;
    }
}
