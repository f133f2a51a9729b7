package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.intelligence.token.Rows;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * What emoji say: a gesture that is always hostile, an animal that is so if it's aimed at somebody, an angry face, a weary one.
 */
final class Faces {

    private enum Meaning {
        ALWAYS,
        AIMED,
        ANGRY,
        WEARY
    }

    private static final int AIM = Role.YOU.bit() | Role.YOUR.bit() | Role.PEOPLE.bit() | Role.SHOP.bit();

    private final Map<Long, Meaning> meanings = new HashMap<>();

    Faces() {
        for (String[] row : Rows.of("hostility/emoji.tsv")) {
            for (String emoji : row[1].split(";")) {
                meanings.put(Tokens.of(emoji).hash(0), Meaning.valueOf(row[0]));
            }
        }
    }

    List<Signal> read(Tokens tokens, int present) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Meaning meaning = tokens.is(i, TokenKind.EMOJI) ? meanings.get(tokens.hash(i)) : null;
            if (meaning != null) {
                int last = lastOfRun(tokens, i);
                add(meaning, tokens, i, last, present, signals);
                i = last;
            }
        }
        if (isMoodOnly(tokens)) {
            signals.add(new Signal(SignalKind.MOOD_ONLY, 0, tokens.size() - 1));
        }
        return signals;
    }

    /** Whether weary or angry faces are all there is. */
    private boolean isMoodOnly(Tokens tokens) {
        int faces = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Meaning meaning = tokens.is(i, TokenKind.EMOJI) ? meanings.get(tokens.hash(i)) : null;
            boolean mood = meaning == Meaning.WEARY || meaning == Meaning.ANGRY;
            if (!mood && !tokens.is(i, TokenKind.PUNCTUATION)) {
                return false;
            }
            faces += mood ? 1 : 0;
        }
        return faces > 0;
    }

    private static int lastOfRun(Tokens tokens, int first) {
        int last = first;
        while (tokens.is(last + 1, TokenKind.EMOJI) && tokens.hash(last + 1) == tokens.hash(first)) {
            last++;
        }
        return last;
    }

    private static void add(Meaning meaning, Tokens tokens, int first, int last, int present, List<Signal> signals) {
        boolean aimed = (present & AIM) != 0 || last > first;
        boolean praised = (present & (Role.PRAISE.bit() | Role.MY.bit() | Role.I.bit())) != 0;
        if (meaning == Meaning.ANGRY) {
            signals.add(new Signal(SignalKind.ANGRY_EMOJI, first, last));
        } else if (meaning == Meaning.ALWAYS || meaning == Meaning.AIMED && aimed && !praised && tokens.size() < 40) {
            signals.add(new Signal(SignalKind.HOSTILE_EMOJI, first, last));
        }
    }
}
