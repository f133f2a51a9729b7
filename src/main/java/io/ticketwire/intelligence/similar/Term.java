package io.ticketwire.intelligence.similar;

/**
 * A word of the window, and which tickets have it. It weighs by its inverse document frequency. A window of few tickets knows
 * little of how common a word is; {@value #IMAGINED} imagined ones, which hold it as often as words of its length are held, make
 * up for that until there are more.
 */
final class Term extends Postings {

    /** What it takes in memory, roughly, with its entry in a map, beside four bytes for each ticket. */
    static final int BYTES = 150;

    private static final int IMAGINED = 50;

    /** Of a number or an id: what two tickets share by it says much, but that they don't share it says little. */
    private static final double NAME = .5;

    /** Of a word that half of the tickets have. One that all have says no less: that they are of a kind. */
    private static final double LEAST = .7;

    private final Word word;

    /** Held, as a lookup asks for it far more often than it changes. */
    private double commonness;

    Term(Word word) {
        this.word = word;
    }

    long key() {
        return word.key();
    }

    boolean isName() {
        return word.isName();
    }

    @Override
    void add(int place) {
        super.add(place);
        commonness = logarithm();
    }

    @Override
    void remove(int place) {
        super.remove(place);
        commonness = logarithm();
    }

    /** The square of its weight, as a cosine adds them up; {@code extent} as by {@link #extent}. */
    double weight(double extent) {
        double idf = Math.max(LEAST, extent - commonness) * (word.isName() ? NAME : 1);
        return idf * idf;
    }

    /** Of a window of so many tickets. */
    static double extent(int tickets) {
        return Math.log(tickets + IMAGINED);
    }

    private double logarithm() {
        return Math.log(size() + IMAGINED * word.commonness());
    }
}
