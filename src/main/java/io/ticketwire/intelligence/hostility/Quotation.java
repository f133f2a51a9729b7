package io.ticketwire.intelligence.hostility;

import java.util.BitSet;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** Which tokens stand between quotation marks, whatever the language's marks; not if that is the whole message. */
public final class Quotation {

    private static final int LONGEST = 80;
    private static final String MARKS = "\"“”„«»‘'";

    private Quotation() {}

    /** A bit for each token; those of the marks are not set. */
    public static BitSet of(Tokens tokens) {
        BitSet quoted = new BitSet();
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (!isMark(tokens, i)) {
                continue;
            }
            boolean closes =
                    open >= 0 && i - open <= LONGEST && tokens.start(i) >= tokens.end(i - 1) && isEnd(tokens, i);
            if (closes) {
                quoted.set(open + 1, i);
                open = -1;
            } else if (isStart(tokens, i)) {
                open = i;
            }
        }
        if (quoted.cardinality() * 10 >= tokens.size() * 9) {
            quoted.clear();
        }
        return quoted;
    }

    private static boolean isMark(Tokens tokens, int index) {
        return tokens.is(index, TokenKind.PUNCTUATION) && MARKS.indexOf(tokens.folded()[tokens.start(index)]) >= 0;
    }

    /** An apostrophe opens nothing behind a letter, and closes nothing before one. */
    private static boolean isStart(Tokens tokens, int index) {
        int before = tokens.start(index) - 1;
        return before < 0 || !Character.isLetterOrDigit(tokens.folded()[before]);
    }

    private static boolean isEnd(Tokens tokens, int index) {
        int behind = tokens.end(index);
        return behind >= tokens.folded().length || !Character.isLetterOrDigit(tokens.folded()[behind]);
    }
}
