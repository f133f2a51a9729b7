package io.ticketwire.intelligence.phrase;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** A part of a phrase. */
sealed interface Part {

    /**
     * One word out of some.
     *
     * @param prefixes how words may begin
     * @param number whether it may be any number
     */
    record OneOf(long[] hashes, List<char[]> prefixes, boolean number) implements Part {

        boolean fits(Words words, int index) {
            for (long hash : hashes) {
                if (hash == words.hash(index) || hash == words.tail(index)) {
                    return true;
                }
            }
            for (char[] prefix : prefixes) {
                if (words.startsWith(index, prefix)) {
                    return true;
                }
            }
            return number && words.is(index, TokenKind.NUMBER);
        }
    }

    /** Words that don't matter, within one sentence. */
    record Gap(int least, int most) implements Part {}

    /** {@code _}, {@code ~}, or words, beginnings ({@code kündig*}) and {@code #} with bars between them. */
    static Part of(String written) {
        return switch (written) {
            case "_" -> new Gap(1, 1);
            case "~" -> new Gap(0, 4);
            default -> oneOf(written);
        };
    }

    private static OneOf oneOf(String written) {
        List<Long> hashes = new ArrayList<>();
        List<char[]> prefixes = new ArrayList<>();
        boolean number = false;
        for (String word : written.split("\\|")) {
            boolean prefix = word.endsWith("*");
            Words plain = Words.of(Tokens.of(prefix ? word.substring(0, word.length() - 1) : word));
            if (word.equals("#")) {
                number = true;
            } else if (plain.size() != 1) {
                throw new IllegalArgumentException("Not one word: " + word);
            } else if (prefix) {
                prefixes.add(plain.letters(0));
            } else {
                hashes.add(plain.hash(0));
            }
        }
        return new OneOf(hashes.stream().mapToLong(Long::longValue).toArray(), prefixes, number);
    }
}
