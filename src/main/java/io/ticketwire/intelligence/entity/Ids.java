package io.ticketwire.intelligence.entity;

import java.util.List;

import io.ticketwire.intelligence.token.Accents;

/**
 * Ids of orders, invoices, tickets, bookings and parcels: what follows a word for one of these ({@code order no. 12345}), what
 * follows a hash, and what can be told by its shape alone: {@code INV-2041}, UPS ({@code 1Z...}), UPU S10
 * ({@code RR123456785DE}), Amazon ({@code 302-1234567-1234567}). The hash itself isn't part of an id.
 */
final class Ids {

    /** So many words may stand between "order" and its number. */
    private static final int REACH = 3;

    private static final int LONGEST_WORD = 24;

    private final Source source;
    private final Vocabulary vocabulary;
    private int sinceIdWord = REACH + 1;
    private boolean strong;
    private boolean code;

    Ids(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    List<String> read() {
        Findings ids = new Findings(source);
        int i = 0;
        while (i < source.length()) {
            if (isPart(i)) {
                int end = end(i);
                word(i, end, ids);
                i = end;
            } else {
                mark(source.isTaken(i) ? '+' : source.at(i));
                i++;
            }
        }
        return ids.toList();
    }

    private void word(int from, int end, Findings ids) {
        boolean hash = source.at(from - 1) == '#';
        Shape shape = Shape.of(source, from, end);
        boolean announced = sinceIdWord <= REACH;
        if (shape.isKnown(vocabulary.prefixes())
                || announced && shape.mayBeId(strong || hash)
                || announced && code && shape.isRecordLocator()
                || hash && shape.mayBeHashed()) {
            ids.add(from, end);
            // "orders 4711 and 4712": what was announced goes on.
            sinceIdWord = announced ? 0 : sinceIdWord;
            strong = false;
            return;
        }
        announce(end - from > LONGEST_WORD ? "" : Accents.without(source.text(from, end)));
    }

    private void announce(String word) {
        boolean opens =
                vocabulary.idWords().contains(word) || vocabulary.codeWords().contains(word);
        if (opens) {
            sinceIdWord = 0;
            code = vocabulary.codeWords().contains(word);
            strong = code || word.length() > 6 && (word.contains("num") || word.endsWith("nr"));
        } else if (vocabulary.fillers().contains(word)) {
            sinceIdWord++;
            strong |= word.startsWith("n") && word.length() > 1 || word.equals("id") || word.equals("code");
            code |= word.equals("code");
        } else {
            sinceIdWord = REACH + 1;
        }
    }

    /** A sentence that ends, or something else, takes back what was announced; a colon makes it sure. */
    private void mark(char c) {
        switch (c) {
            case '!', '?', ';', '+' -> sinceIdWord = REACH + 1;
            case ':', '#', '=', '\u00b0', '\u00ba' -> strong = true;
            default -> {
                // Stands between words.
            }
        }
    }

    /** Letters, digits, and marks between them. */
    private int end(int from) {
        int end = from;
        while (isPart(end) || isMark(source.at(end)) && isPart(end + 1)) {
            end++;
        }
        return end;
    }

    private boolean isPart(int index) {
        return Source.isWord(source.at(index));
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '/' || c == '_' || c == '.' || c == '&';
    }
}
