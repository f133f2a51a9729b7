package io.ticketwire.intelligence.hostility;

import io.ticketwire.intelligence.language.Language;

/**
 * Tells {@code Dick Assmann} from what it looks like: a capital letter, and a title, a firm, the word "name" or another capital
 * beside it. German writes every noun with a capital, so that there the neighbour's capital says nothing.
 */
final class Names {

    private static final int CUE_REACH = 4;

    private final Units units;
    private final String text;

    Names(Units units) {
        this.units = units;
        this.text = units.tokens().text();
    }

    boolean isName(int unit) {
        if (!isCapitalised(unit)) {
            return false;
        }
        if (behindYou(unit)) {
            return unit > 1 && isTitle(unit - 1) && units.has(unit - 2, Role.YOUR.bit());
        }
        return hasTitle(unit) || hasCue(unit) || hasFirm(unit) || hasCapitalBeside(unit);
    }

    private boolean isCapitalised(int unit) {
        int start = units.tokens().start(units.firstToken(unit));
        int end = units.tokens().end(units.lastToken(unit));
        return Character.isUpperCase(text.charAt(start))
                && (start + 1 >= end || !Character.isUpperCase(text.charAt(end - 1)));
    }

    private boolean behindYou(int unit) {
        for (int i = Math.max(0, unit - 2); i < unit; i++) {
            if (units.has(i, Role.YOU.bit() | Role.YOUR.bit()) && units.sameClause(i, unit)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTitle(int unit) {
        return unit > 0 && isTitle(unit - 1) && isNext(unit)
                || isBefore(unit, 2, Role.HONORIFIC) && isCapitalised(unit - 1) && units.sameClause(unit - 1, unit);
    }

    private boolean isTitle(int unit) {
        return units.has(unit, Role.HONORIFIC.bit());
    }

    /** Whether nothing but the dot of a title may part it from the word before. */
    private boolean isNext(int unit) {
        int end = units.tokens().end(units.lastToken(unit - 1));
        String between = text.substring(end, units.tokens().start(units.firstToken(unit)));
        return units.sameSentence(unit - 1, unit) || between.strip().equals(".") && !between.contains("\n");
    }

    private boolean isBefore(int unit, int distance, Role role) {
        return unit >= distance && units.sameSentence(unit - distance, unit) && units.has(unit - distance, role.bit());
    }

    private boolean hasCue(int unit) {
        for (int distance = 1; distance <= CUE_REACH; distance++) {
            if (isBefore(unit, distance, Role.NAMED)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFirm(int unit) {
        for (int i = unit + 1; i < units.size() && i <= unit + 2 && units.sameClause(unit, i); i++) {
            if (units.has(i, Role.FIRM.bit())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCapitalBeside(int unit) {
        if (units.language() == Language.DE) {
            return false;
        }
        boolean behind = unit + 1 < units.size() && units.sameClause(unit, unit + 1) && isCapitalised(unit + 1);
        boolean before = unit > 0
                && units.sameClause(unit - 1, unit)
                && !units.startsClause(unit - 1)
                && isCapitalised(unit - 1);
        return behind || before;
    }
}
