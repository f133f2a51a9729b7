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
        return last(units, 1, first + 1, false);
    }

    /** @param open whether the clause may have ended before this unit */
    private int last(Units units, int element, int unit, boolean open) {
        if (element == elements.length) {
            return endsWell(units, unit - 1) ? unit - 1 : NONE;
        }
        Element next = elements[element];
        if (next.isClauseEnd()) {
            return last(units, element + 1, unit, true);
        }
        if (next.isGap()) {
            return overGap(units, element, unit, open);
        }
        boolean fits = unit < units.size() && reaches(units, unit - 1, unit, open) && next.fits(units, unit);
        return fits ? last(units, element + 1, unit + 1, false) : NONE;
    }

    /** A guard covers nothing behind a comma, and a swear word is of nothing behind one. */
    private boolean reaches(Units units, int one, int next, boolean open) {
        return !open && (kind.isGuard() || kind == SignalKind.PROFANITY_AT_WORK)
                ? units.sameClause(one, next)
                : units.sameSentence(one, next);
    }

    private int overGap(Units units, int element, int unit, boolean open) {
        if (element == elements.length - 1) {
            return last(units, element + 1, kind.isGuard() ? endOfGap(units, element, unit, open) : unit, open);
        }
        int found = NONE;
        for (int n = 0; n <= elements[element].gap() && unit + n < units.size(); n++) {
            if (n > 0 && !mayHold(units, element, unit, n, open)) {
                return found;
            }
            int last = last(units, element + 1, unit + n, open && n == 0);
            found = Math.max(found, last);
            // Nearest first; a guard covers as much as it can.
            if (last != NONE && !kind.isGuard()) {
                return last;
            }
        }
        return found;
    }

    /** A guard that ends with a gap covers the words in it. */
    private int endOfGap(Units units, int element, int unit, boolean open) {
        int words = 0;
        while (words < elements[element].gap()
                && unit + words < units.size()
                && mayHold(units, element, unit, words + 1, open)) {
            words++;
        }
        return unit + words;
    }

    /** Whether a gap goes on: all of it is in one clause, that of the word before it unless that may have ended; "not good" is no praise. */
    private boolean mayHold(Units units, int element, int unit, int words, boolean open) {
        boolean mayEnd = element + 1 == elements.length || elements[element + 1].isClauseEnd();
        int to = mayEnd ? unit + words - 1 : unit + words;
        boolean joined = open
                ? units.sameSentence(unit - 1, unit) && units.sameClause(unit, to)
                : units.sameClause(unit - 1, to);
        boolean denied = kind == SignalKind.PRAISE_ROUGH && units.has(unit + words - 1, Role.NOT.bit());
        return joined && !denied && elements[element].mayHold(units, unit + words - 1);
    }

    private boolean endsWell(Units units, int last) {
        return !(toClauseEnd && !units.endsClause(last)) && !(toSentenceEnd && !units.endsSentence(last));
    }
}
