package io.ticketwire.intelligence.entity;

import java.util.List;
import java.util.Locale;

/** Amounts of money: a number with a currency before or behind it. A number alone is none, nor is a percentage. */
final class Amounts {

    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_CURRENCY = 8;

    private final Source source;
    private final Vocabulary vocabulary;

    Amounts(Source source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    List<String> read() {
        Findings amounts = new Findings(source);
        int i = 0;
        while (i < source.length()) {
            if (!Source.isDigit(source.at(i))) {
                i++;
                continue;
            }
            int end = numberEnd(i);
            int from = currencyBefore(i);
            int to = currencyBehind(end);
            if ((from < i || to > end) && startsNumber(from < i ? from : i) && !continues(to)) {
                amounts.add(signed(from), to);
                end = to;
            }
            i = Math.max(end, i + 1);
            while (Source.isDigit(source.at(i))) {
                i++;
            }
        }
        return amounts.toList();
    }

    /** Behind the digits, the marks between groups of them, and {@code .-} or {@code k}. */
    private int numberEnd(int from) {
        int end = from;
        while (end - from < LONGEST_NUMBER) {
            char c = source.at(end);
            if (Source.isDigit(c)) {
                end++;
            } else if (separates(end)) {
                end += 2;
            } else {
                break;
            }
        }
        char mark = source.at(end);
        if ((mark == '.' || mark == ',') && isDash(source.at(end + 1))) {
            int behind = end + 2;
            return source.at(behind) == source.at(behind - 1) ? behind + 1 : behind;
        }
        boolean scale =
                (mark == 'k' || mark == 'K' || mark == 'm' || mark == 'M') && !Source.isWord(source.at(end + 1));
        return scale ? end + 1 : end;
    }

    private boolean separates(int at) {
        char c = source.at(at);
        if (c == '.' || c == ',') {
            return Source.isDigit(source.at(at + 1));
        }
        boolean group = Source.isDigit(source.at(at + 1))
                && Source.isDigit(source.at(at + 2))
                && Source.isDigit(source.at(at + 3))
                && !Source.isDigit(source.at(at + 4));
        return group && (c == '\'' || c == '\u2019' || Source.isBlank(c));
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2013' || c == '\u2014';
    }

    private int currencyBefore(int number) {
        int end = Source.isBlank(source.at(number - 1)) ? number - 1 : number;
        int from = end;
        while (end - from < LONGEST_CURRENCY && isCurrencyPart(source.at(from - 1))) {
            from--;
        }
        // A sign may follow a word that is none: "of€5".
        if (isCurrency(from, end) && !Source.isWord(source.at(from - 1))) {
            return from;
        }
        return end > 0 && isSign(source.at(end - 1)) ? end - 1 : number;
    }

    private int currencyBehind(int number) {
        int from = Source.isBlank(source.at(number)) ? number + 1 : number;
        int end = from;
        while (end - from < LONGEST_CURRENCY && isCurrencyPart(source.at(end)) && source.at(end) != '.') {
            end++;
        }
        if (isCurrency(from, end) && !Source.isWord(source.at(end))) {
            return end;
        }
        return isSign(source.at(from)) ? from + 1 : number;
    }

    private boolean isCurrency(int from, int to) {
        return to > from
                && vocabulary.currencies().contains(source.text(from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean isSign(char c) {
        return c == '$' || c == '\u00a3' || c == '\u00a5' || c >= '\u20a0' && c <= '\u20bf';
    }

    private static boolean isCurrencyPart(char c) {
        return Source.isAsciiLetter(c) || isSign(c) || c == '.' || c > 127 && Character.isLetter(c);
    }

    private boolean startsNumber(int from) {
        char before = source.at(from - 1);
        boolean inNumber = (before == '.' || before == ',' || before == ':' || before == '/')
                && Source.isDigit(source.at(from - 2));
        return !Source.isWord(before) && !inNumber && before != '#';
    }

    private boolean continues(int to) {
        return Source.isWord(source.at(to)) || source.at(to) == '%';
    }

    private int signed(int from) {
        char before = source.at(from - 1);
        return (before == '-' || before == '\u2212') && !Source.isWord(source.written(from - 2)) ? from - 1 : from;
    }
}
