package io.ticketwire.intelligence.hostility;

import java.util.List;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** Whether a message of some words is in capitals for the most part; a code or a product's name alone is not. */
final class Shouting {

    private static final int FEWEST = 4;

    private Shouting() {}

    static List<Signal> read(Tokens tokens) {
        int words = 0;
        int shouted = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) >= 2) {
                words++;
                shouted += isShouted(tokens, i) ? 1 : 0;
            }
        }
        boolean shouting = shouted >= FEWEST && shouted * 5 >= words * 3;
        return shouting ? List.of(new Signal(SignalKind.SHOUTING, 0, tokens.size() - 1)) : List.of();
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
