package io.ticketwire.intelligence.hostility;

import java.util.List;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Whether a message of some words is in capitals for the most part; a code or a product's name alone is not. A short question or
 * request that neither denies nor swears nor calls out has left the caps lock on, whatever the language.
 */
final class Shouting {

    private static final int FEWEST = 4;
    private static final int LONGEST_REQUEST = 9;
    private static final int LOUD = Role.NOT.bit() | Role.BAD;

    private Shouting() {}

    /** @param present the roles of all words together */
    static List<Signal> read(Tokens tokens, int present) {
        int words = 0;
        int shouted = 0;
        boolean loud = (present & LOUD) != 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) >= 2) {
                words++;
                shouted += isShouted(tokens, i) ? 1 : 0;
            }
            loud |= isCall(tokens, i);
        }
        boolean shouting = (loud || words > LONGEST_REQUEST) && shouted >= FEWEST && shouted * 5 >= words * 3;
        return shouting ? List.of(new Signal(SignalKind.SHOUTING, 0, tokens.size() - 1)) : List.of();
    }

    private static boolean isCall(Tokens tokens, int index) {
        return tokens.is(index, TokenKind.PUNCTUATION) && tokens.folded()[tokens.start(index)] == '!';
    }

    private static boolean isShouted(Tokens tokens, int index) {
        for (int i = tokens.start(index); i < tokens.end(index); i++) {
            char c = tokens.text().charAt(i);
            if (Character.isLowerCase(c) || Character.isDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
