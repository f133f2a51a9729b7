package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.intelligence.hostility.Patterns.Found;

/**
 * The words of a text that are not meant as they look, and why. A pattern is covered if all its bad words are; one without bad
 * words if all of it is.
 */
final class Guarded {

    private final Units units;
    private final BitSet quotedTokens;
    private final Names names;
    private final Map<SignalKind, BitSet> byGuard = new EnumMap<>(SignalKind.class);
    private final List<Signal> signals = new ArrayList<>();

    Guarded(Units units, BitSet quotedTokens) {
        this.units = units;
        this.quotedTokens = quotedTokens;
        this.names = new Names(units);
    }

    /** Marks what a guard's pattern covers. Any other is left alone. */
    void guard(Found found) {
        if (!found.kind().isGuard()) {
            return;
        }
        BitSet covered = byGuard.computeIfAbsent(found.kind(), kind -> new BitSet());
        int before = covered.cardinality();
        for (int unit : cores(found)) {
            covered.set(unit);
        }
        if (covered.cardinality() > before) {
            signals.add(new Signal(found.kind(), units.firstToken(found.first()), units.lastToken(found.last())));
        }
    }

    List<Signal> signals() {
        return signals;
    }

    boolean isQuoted(Signal signal) {
        return quotedTokens.get(signal.firstToken());
    }

    /** Whether a guard takes it back; tells of a quotation or a name then, since these have no patterns. */
    boolean covers(Found found) {
        int[] cores = cores(found);
        for (Map.Entry<SignalKind, BitSet> guard : byGuard.entrySet()) {
            if (guard.getKey().takesBack(found.kind()) && all(cores, guard.getValue())) {
                return true;
            }
        }
        return isQuoted(cores) || isName(cores);
    }

    private boolean isQuoted(int[] cores) {
        for (int unit : cores) {
            if (!quotedTokens.get(units.firstToken(unit)) && !isListed(unit)) {
                return false;
            }
        }
        return tell(SignalKind.QUOTED, cores);
    }

    /** Where filters and lists of words are spoken of, a bad word is an example, unless it is said to somebody. */
    private boolean isListed(int unit) {
        boolean addressed = unit > 0 && units.has(unit - 1, Role.YOU.bit() | Role.YOUR.bit());
        return units.has(unit, Role.BAD) && (units.present() & Role.LIST.bit()) != 0 && !addressed;
    }

    private boolean isName(int[] cores) {
        for (int unit : cores) {
            if (!units.has(unit, Role.BAD) || !names.isName(unit)) {
                return false;
            }
        }
        return tell(SignalKind.NAME, cores);
    }

    private boolean tell(SignalKind kind, int[] cores) {
        guard(new Found(kind, cores[0], cores[cores.length - 1]));
        return true;
    }

    private static boolean all(int[] cores, BitSet covered) {
        for (int unit : cores) {
            if (!covered.get(unit)) {
                return false;
            }
        }
        return true;
    }

    private int[] cores(Found found) {
        int[] bad = range(found, Role.BAD);
        return bad.length == 0 || found.kind() == SignalKind.TECHNICAL ? range(found, 0) : bad;
    }

    /** The units with one of these roles; all if there is none asked for. */
    private int[] range(Found found, int roles) {
        int[] all = new int[found.last() - found.first() + 1];
        int size = 0;
        for (int i = found.first(); i <= found.last(); i++) {
            if (roles == 0 || units.has(i, roles)) {
                all[size++] = i;
            }
        }
        return Arrays.copyOf(all, size);
    }
}
