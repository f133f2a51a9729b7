package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A ticket in a window.
 *
 * @param turn tells those of the same instant apart: counts up with every arrival
 * @param place in the window, from 0 up, its own as long as it is held
 * @param fingerprint null if nothing of the text is compared
 * @param terms in ascending order of their keys
 */
record Held(UUID id, Instant at, long turn, int place, Fingerprint fingerprint, Sketch sketch, Term[] terms) {

    private static final int BYTES = 400;
    private static final int BYTES_PER_WORD = 12;

    static final Comparator<Held> OLDEST_FIRST = Comparator.comparing(Held::at).thenComparingLong(Held::turn);

    /** What it takes in memory, roughly, its terms aside: a map's and a tree's entry; its postings; its sketch. */
    int bytes() {
        return BYTES + BYTES_PER_WORD * terms.length + Integer.BYTES * sketch.size();
    }

    boolean saysTheSameAs(Held other) {
        return fingerprint != null && fingerprint.equals(other.fingerprint);
    }

    /** How many of its words are names. */
    int names() {
        int names = 0;
        for (Term term : terms) {
            names += term.isName() ? 1 : 0;
        }
        return names;
    }

    /** The square of the length of its vector, when the window has that extent. */
    double norm(double extent) {
        double norm = 0;
        for (Term term : terms) {
            norm += term.weight(extent);
        }
        return norm;
    }
}
