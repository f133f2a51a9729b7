package io.ticketwire.intelligence.phrase;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in a row, with gaps. Written with blanks between its parts: a word ({@code cancel}), some words
 * ({@code cancel|close}), beginnings of words ({@code kündig*}), {@code #} for a number, {@code _} for one word that doesn't
 * matter and {@code ~} for up to four. The first part is a word, so that phrases can be looked up by it; there are three gaps at most,
 * so that looking costs the same whatever the text.
 */
final class Phrase {

    static final int NONE = -1;

    private static final int GAPS = 3;

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = parts;
    }

    static Phrase of(String written) {
        List<Part> parts = new ArrayList<>();
        for (String part : written.strip().split(" +")) {
            parts.add(Part.of(part));
        }
        boolean ends = !(parts.get(parts.size() - 1) instanceof Part.Gap);
        long gaps = parts.stream().filter(Part.Gap.class::isInstance).count();
        if (parts.get(0) instanceof Part.Gap || !ends || gaps > GAPS) {
            throw new IllegalArgumentException("Not a phrase that can be looked for: " + written);
        }
        return new Phrase(List.copyOf(parts));
    }

    Part.OneOf first() {
        return (Part.OneOf) parts.get(0);
    }

    /** The index of the last word if the phrase begins at {@code index}, else {@link #NONE}. */
    int last(Words words, int index) {
        return first().fits(words, index) ? last(words, index + 1, 1) : NONE;
    }

    private int last(Words words, int index, int part) {
        if (part == parts.size()) {
            return index - 1;
        }
        if (parts.get(part) instanceof Part.Gap gap) {
            return overGap(words, index, part, gap);
        }
        boolean fits = index < words.size() && ((Part.OneOf) parts.get(part)).fits(words, index);
        return fits ? last(words, index + 1, part + 1) : NONE;
    }

    private int overGap(Words words, int from, int part, Part.Gap gap) {
        for (int n = 0; n <= gap.most() && from + n < words.size(); n++) {
            int last = n < gap.least() ? NONE : last(words, from + n, part + 1);
            if (last != NONE) {
                return last;
            }
            if (words.stops(from + n)) {
                return NONE;
            }
        }
        return NONE;
    }
}
