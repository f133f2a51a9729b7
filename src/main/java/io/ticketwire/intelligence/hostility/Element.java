package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a pattern: a word out of some, a gap, or the end of a clause that may be there.
 *
 * @param hashes of the words that fit
 * @param prefixes that words which fit begin with
 * @param roles as bits: a word with one of these fits
 * @param gap how many words it may be at most; -1 if it is one word, -2 if it is the end of a clause
 * @param closed whether the gap holds no word that turns to the reader
 */
record Element(long[] hashes, List<String> prefixes, int roles, int gap, boolean closed) {

    private static final int TURNS = Role.YOU.bit() | Role.YOUR.bit() | Role.ONLY.bit();

    private static final int CLAUSE_END = -2;

    static Element of(String written) {
        char first = written.charAt(0);
        if (written.equals(",")) {
            return new Element(new long[0], List.of(), 0, CLAUSE_END, false);
        }
        if (first == '~' || first == '-') {
            return new Element(new long[0], List.of(), 0, Integer.parseInt(written.substring(1)), first == '-');
        }
        return written.equals("_") ? new Element(new long[0], List.of(), -1, -1, false) : word(written);
    }

    private static Element word(String written) {
        List<Long> hashes = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        int roles = 0;
        for (String one : written.replaceAll("[<>]", "").split("[/|]")) {
            if (Character.isUpperCase(one.charAt(0))) {
                roles |= Role.valueOf(one).bit();
            } else if (one.endsWith("*")) {
                prefixes.add(one.substring(0, one.length() - 1));
            } else {
                hashes.add(Letters.hash(one));
            }
        }
        return new Element(hashes.stream().mapToLong(Long::longValue).toArray(), prefixes, roles, -1, false);
    }

    boolean isClauseEnd() {
        return gap == CLAUSE_END;
    }

    boolean isGap() {
        return gap >= 0;
    }

    /** Whether nothing but a word with a role fits. */
    boolean needsRole() {
        return gap == -1 && roles != -1 && hashes.length == 0 && prefixes.isEmpty();
    }

    boolean fits(Units units, int unit) {
        if (roles == -1 || units.has(unit, roles)) {
            return true;
        }
        long hash = units.hash(unit);
        for (long one : hashes) {
            if (one == hash) {
                return true;
            }
        }
        for (String prefix : prefixes) {
            if (units.startsWith(unit, prefix)) {
                return true;
            }
        }
        return false;
    }

    boolean mayHold(Units units, int unit) {
        return !closed || !units.has(unit, TURNS);
    }
}
