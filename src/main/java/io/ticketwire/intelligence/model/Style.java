package io.ticketwire.intelligence.model;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** How a text is written, whatever it says: capitals, punctuation, length, smileys. */
final class Style {

    private static final long STYLE = 0x6a09e667f3bcc9L;
    private static final int SHOUTED = 3;

    private int letters;
    private int capitals;
    private int shouted;
    private int words;
    private int exclamations;
    private int questions;
    private int dots;
    private int numbers;
    private int links;
    private int lengthened;
    private int happy;
    private int unhappy;

    private Style() {}

    static void add(Tokens tokens, Features features) {
        Style style = new Style();
        for (int i = 0; i < tokens.size(); i++) {
            style.read(tokens, i);
        }
        style.write(tokens, features);
    }

    private void read(Tokens tokens, int index) {
        switch (tokens.kind(index)) {
            case WORD -> word(tokens, index);
            case NUMBER -> numbers++;
            case URL, EMAIL -> links++;
            case PUNCTUATION -> punctuation(tokens, index);
            case EMOJI, MENTION -> {
                // Words of their own.
            }
        }
    }

    private void word(Tokens tokens, int index) {
        String text = tokens.text();
        char[] folded = tokens.folded();
        int upper = 0;
        boolean isLong = false;
        for (int i = tokens.start(index); i < tokens.end(index); i++) {
            upper += text.charAt(i) != folded[i] ? 1 : 0;
            isLong |= i >= tokens.start(index) + 2 && folded[i] == folded[i - 1] && folded[i] == folded[i - 2];
        }
        int length = tokens.end(index) - tokens.start(index);
        letters += length;
        capitals += upper;
        words++;
        shouted += length >= SHOUTED && upper == length ? 1 : 0;
        lengthened += isLong ? 1 : 0;
    }

    private void punctuation(Tokens tokens, int index) {
        int length = tokens.end(index) - tokens.start(index);
        switch (tokens.folded()[tokens.start(index)]) {
            case '!', '\u00a1' -> exclamations += length;
            case '?', '\u00bf' -> questions += length;
            case '.' -> dots += length > 1 ? 1 : 0;
            case '\u2026' -> dots++;
            case ':', ';', '=' -> {
                int face = face(tokens, index);
                happy += Math.max(0, face);
                unhappy -= Math.min(0, face);
            }
            default -> {
                // Says nothing.
            }
        }
    }

    /** 1 for {@code :-)}, -1 for {@code :(}, else 0. */
    private static int face(Tokens tokens, int index) {
        char[] text = tokens.folded();
        int at = tokens.end(index);
        if (at - tokens.start(index) > 1) {
            return 0;
        }
        if (at < text.length && (text[at] == '-' || text[at] == '\'' || text[at] == 'o')) {
            at++;
        }
        if (at >= text.length) {
            return 0;
        }
        return switch (text[at]) {
            case ')', ']', 'd', 'p', '*' -> 1;
            case '(', '[', '/', '\\', '|' -> at + 1 < text.length && text[at + 1] == '/' ? 0 : -1;
            default -> 0;
        };
    }

    private void write(Tokens tokens, Features features) {
        put(features, 1, letters < 8 ? 0 : (float) capitals / letters);
        put(features, 2, Math.min(shouted, 4) / 4f);
        put(features, 3, words > 2 && shouted * 2 > words ? 1 : 0);
        put(features, 4, Math.min(exclamations, 4) / 4f);
        put(features, 5, Math.min(questions, 4) / 4f);
        put(features, 6, exclamations > 0 && questions > 0 ? 1 : 0);
        put(features, 7, Math.min(dots, 2) / 2f);
        put(features, 8, numbers > 0 ? 0.5f : 0);
        put(features, 9, links > 0 ? 1 : 0);
        put(features, 10, Math.min(lengthened, 2) / 2f);
        put(features, 11, Math.min(happy, 2) * 0.8f);
        put(features, 12, Math.min(unhappy, 2) * 0.8f);
        put(features, 20 + Integer.numberOfTrailingZeros(Integer.highestOneBit(Math.max(words, 1))), 0.5f);
        put(features, 40, tokens.is(0, TokenKind.MENTION) ? 0.5f : 0);
        put(features, 41, tokens.size() > 0 && endsWith(tokens, '?') ? 0.7f : 0);
        put(features, 42, capitals == 0 ? 0.4f : 0);
    }

    private static boolean endsWith(Tokens tokens, char mark) {
        int last = tokens.size() - 1;
        return tokens.is(last, TokenKind.PUNCTUATION) && tokens.folded()[tokens.start(last)] == mark;
    }

    private static void put(Features features, int name, float value) {
        if (value > 0) {
            features.add(FeatureExtractor.bucket(name * 1_000_003L ^ STYLE), value, 0, 0);
        }
    }
}
