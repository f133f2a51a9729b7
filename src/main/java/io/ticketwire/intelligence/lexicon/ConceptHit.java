package io.ticketwire.intelligence.lexicon;

/**
 * A concept in a text.
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param negated if the text denies it
 * @param intensified if the text says that it is so very much
 */
public record ConceptHit(Concept concept, int first, int last, boolean negated, boolean intensified) {

    /** Of good or bad, as the text means it: from -3 to 3. */
    public int polarity() {
        int polarity = concept.kind().polarity();
        int strong = intensified ? polarity + Integer.signum(polarity) : polarity;
        return negated ? -Integer.signum(strong) : strong;
    }
}
