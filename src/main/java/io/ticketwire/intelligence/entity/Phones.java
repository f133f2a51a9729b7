package io.ticketwire.intelligence.entity;

import java.util.List;

import io.ticketwire.intelligence.token.Accents;

/**
 * Telephone numbers: international ones ({@code +49 30 901820}, {@code 0049 ...}), national ones in a form that nothing else
 * has ({@code (415) 555-0132}, {@code 06 12 34 56 78}, {@code 030/1234567}), and others where a word announces them
 * ({@code call 555-0142}). At most 15 digits, as ITU-T E.164 has it.
 */
final class Phones {

    private static final int FEWEST = 6;
    private static final int MOST = 15;
    /** {@code (+}. */
    private static final int LONGEST_LEAD = 2;
    /** Words between "call me" and the number, and the characters they may take. */
    private static final int REACH = 4;

    private static final int REACH_CHARACTERS = 48;

    private final Source source;
    private final Vocabulary vocabulary;

    Phones(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    List<String> read() {
        Findings phones = new Findings(source);
        int i = 0;
        while (i < source.length()) {
            if (!begins(i)) {
                i++;
                continue;
            }
            Digits digits = Digits.from(source, i);
            if (!continues(digits.end()) && isPhone(digits)) {
                phones.add(i, digits.end());
            }
            i = Math.max(digits.end(), i + 1);
        }
        return phones.toList();
    }

    private boolean begins(int at) {
        int digit = at;
        while (digit - at < LONGEST_LEAD && (source.at(digit) == '+' || source.at(digit) == '(')) {
            digit++;
        }
        return Source.isDigit(source.at(digit)) && !isInside(at);
    }

    /** Whether what stands before makes it a part of something else. */
    private boolean isInside(int at) {
        char before = source.written(at - 1);
        boolean joint = before == '-' || before == '.' || before == ',' || before == '/' || before == ':';
        return Source.isWord(before)
                || before == '#'
                || before == '_'
                || before == '@'
                || before == '='
                || joint
                        && Source.isWord(source.written(at - 2))
                        && !(before == ':' && !Source.isDigit(source.written(at - 2)));
    }

    private boolean continues(int end) {
        char next = source.written(end);
        boolean joint = next == '-' || next == '.' || next == ',' || next == '/' || next == ':';
        return Source.isWord(next)
                || next == '%'
                || next == '_'
                || next == '@'
                || joint && Source.isWord(source.written(end + 1));
    }

    private boolean isPhone(Digits digits) {
        int count = digits.count();
        if (count < FEWEST || count > MOST || digits.isDate() || digits.isAddress() || digits.isDecimal()) {
            return false;
        }
        if (digits.isInternational()) {
            return count >= 8;
        }
        return digits.isNational() || announced(digits.start());
    }

    private boolean announced(int at) {
        int end = at;
        for (int words = 0; words < REACH; words++) {
            while (end > 0 && at - end < REACH_CHARACTERS && !Source.isWord(source.written(end - 1))) {
                char c = source.written(end - 1);
                if (c == '\u260e' || c == '\u2706' || c == '\udcde' || c == '\udcf1') {
                    return true;
                }
                if (c == '\n' && words > 0 || c == '!' || c == '?') {
                    return false;
                }
                end--;
            }
            int from = end;
            while (from > 0 && at - from < REACH_CHARACTERS && Source.isWord(source.written(from - 1))) {
                from--;
            }
            String word = Accents.without(source.text(from, end));
            if (vocabulary.phoneWords().contains(word)) {
                return true;
            }
            end = from;
        }
        return false;
    }
}
