package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in a row that mean more than each of them; within one sentence, and a gap within one clause. See the head of
 * {@code phrases.tsv} for how one is written.
 */
final class Pattern {

    private static final int NONE = -1;

    private final SignalKind kind;
    private final Element[] elements;
    private final int[] needed;
    private final boolean fromStart;
    private final boolean toClauseEnd;
    private final boolean toSentenceEnd;

    Pattern(SignalKind kind, String written) {
        List<String> parts = new ArrayList<>(List.of(written.strip().split(" +")));
        this.kind = kind;
        this.fromStart = parts.remove("^");
        this.toClauseEnd = parts.remove("$");
        this.toSentenceEnd = parts.remove("$$");
        this.elements = parts.stream().map(Element::of).toArray(Element[]::new);
        this.needed = List.of(elements).stream()
                .filter(Element::needsRole)
                .mapToInt(Element::roles)
                .toArray();
    }

    SignalKind kind() {
        return kind;
    }

    Element first() {
        return elements[0];
    }

    /** Whether a text with words of these roles can hold it: spares the look at most. */
    boolean canBeIn(int present) {
        for (int roles : needed) {
            if ((roles & present) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The last unit of the pattern that begins at a unit whose word fits; -1 if it isn't there. */
    int lastFrom(Units units, int first) {
        if (fromStart && !units.startsClause(first)) {
            return NONE;
        }
        return last(units, 1, first + 1);
    }

    private int last(Units units, int element, int unit) {
        if (element == elements.length) {
            return endsWell(units, unit - 1) ? unit - 1 : NONE;
        }
        Element next = elements[element];
        if (next.isGap()) {
            return overGap(units, element, unit);
        }
        boolean fits = unit < units.size() && reaches(units, unit - 1, unit) && next.fits(units, unit);
        return fits ? last(units, element + 1, unit + 1) : NONE;
    }

    /** A guard covers nothing behind a comma, and a swear word is of nothing behind one. */
    private boolean reaches(Units units, int one, int next) {
        return kind.isGuard() || kind == SignalKind.PROFANITY_AT_WORK
                ? units.sameClause(one, next)
                : units.sameSentence(one, next);
    }

    private int overGap(Units units, int element, int unit) {
        if (element == elements.length - 1) {
            return last(units, element + 1, unit);
        }
        int found = NONE;
        for (int n = 0; n <= elements[element].gap() && unit + n < units.size(); n++) {
            if (n > 0 && !(units.sameClause(unit - 1, unit + n) && elements[element].mayHold(units, unit + n - 1))) {
                return found;
            }
            int last = last(units, element + 1, unit + n);
            found = Math.max(found, last);
            // Nearest first; a guard covers as much as it can.
            if (last != NONE && !kind.isGuard()) {
                return last;
            }
        }
        return found;
    }

    private boolean endsWell(Units units, int last) {
        return !(toClauseEnd && !units.endsClause(last)) && !(toSentenceEnd && !units.endsSentence(last));
    }
}
