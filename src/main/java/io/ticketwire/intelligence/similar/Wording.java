package io.ticketwire.intelligence.similar;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is compared of a text. Nothing, if it has less than {@value #TELLING} different words: all who write {@code Thank you} don't
 * write about the same matter.
 *
 * @param fingerprint of all that is compared; null if nothing is compared
 * @param words each once, {@value #WORDS} at most
 * @param sketch empty if the text has less than {@value #COMPARABLE} words, so that hardly a run of them is left when one is
 *     changed, or is too long, decomposed, for all of it to be read
 */
record Wording(Fingerprint fingerprint, List<Word> words, Sketch sketch) {

    private static final Wording NOTHING = new Wording(null, List.of(), Sketch.EMPTY);
    private static final int TELLING = 3;
    private static final int COMPARABLE = 8;
    private static final int WORDS = 256;

    static Wording of(String text) {
        String decomposed = Normalizer.normalize(SimilarTickets.compared(text), Normalizer.Form.NFKD);
        boolean isShort = decomposed.length() <= SimilarTickets.COMPARED;
        List<Word> all = WordReader.read(isShort ? decomposed : decomposed.substring(0, SimilarTickets.COMPARED));
        List<Word> distinct = distinct(all);
        if (distinct.size() < TELLING) {
            return NOTHING;
        }
        boolean isComparable = isShort && distinct.size() <= WORDS && all.size() >= COMPARABLE;
        return new Wording(
                Fingerprint.of(decomposed),
                distinct.subList(0, Math.min(WORDS, distinct.size())),
                isComparable ? Sketch.of(all) : Sketch.EMPTY);
    }

    private static List<Word> distinct(List<Word> words) {
        Set<Long> seen = new HashSet<>(2 * words.size());
        return words.stream().filter(word -> seen.add(word.key())).toList();
    }
}
