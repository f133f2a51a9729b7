package io.ticketwire.intelligence.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits with what people put between them when they write a telephone number.
 *
 * @param start with its {@code +} or bracket
 * @param end behind its last digit
 * @param lead how it begins: {@code +}, a bracket or a digit
 * @param groups the digits that stand together
 * @param separators what stands before each group but the first
 */
record Digits(int start, int end, String lead, List<String> groups, List<String> separators) {

    private static final int MOST_GROUPS = 12;
    private static final int LONGEST_SEPARATOR = 3;
    /** {@code 00}, a country and a number. */
    private static final int SHORTEST_WITH_ZEROS = 11;

    static Digits from(Source source, int start) {
        int at = start;
        while (!Source.isDigit(source.at(at))) {
            at++;
        }
        String lead = source.text(start, at);
        List<String> groups = new ArrayList<>();
        List<String> separators = new ArrayList<>();
        int end = at;
        while (groups.size() < MOST_GROUPS) {
            int from = at;
            while (Source.isDigit(source.at(at))) {
                at++;
            }
            groups.add(source.text(from, at));
            end = at;
            while (at - end < LONGEST_SEPARATOR && isSeparator(source.at(at))) {
                at++;
            }
            if (at == end || !Source.isDigit(source.at(at))) {
                break;
            }
            separators.add(source.text(end, at));
        }
        return new Digits(start, end, lead, groups, separators.subList(0, groups.size() - 1));
    }

    private static boolean isSeparator(char c) {
        return Source.isBlank(c)
                || c == '-'
                || c == '.'
                || c == '/'
                || c == '('
                || c == ')'
                || c == '\u2013'
                || c == '\u2011';
    }

    int count() {
        return groups.stream().mapToInt(String::length).sum();
    }

    boolean isInternational() {
        String all = String.join("", groups);
        boolean zeros = all.length() >= SHORTEST_WITH_ZEROS && all.startsWith("00") && all.charAt(2) != '0';
        return lead.contains("+") || zeros;
    }

    /** Forms that nothing else has: a trunk zero before groups, and 3-3-4 of North America. */
    boolean isNational() {
        int count = count();
        boolean trunk = groups.get(0).startsWith("0")
                && !groups.get(0).startsWith("00")
                && groups.size() > 1
                && groups.get(0).length() > 1
                && count >= 9
                && count <= 12
                && groups.stream().allMatch(group -> group.length() > 1);
        boolean bracket =
                lead.equals("(") && groups.size() > 1 && separators.get(0).startsWith(")") && count >= 9;
        return trunk || bracket || isNorthAmerican();
    }

    private boolean isNorthAmerican() {
        boolean one = groups.size() == 4 && groups.get(0).equals("1");
        int first = one ? 1 : 0;
        return groups.size() == 3 + first
                && groups.get(first).length() == 3
                && groups.get(first + 1).length() == 3
                && groups.get(first + 2).length() == 4
                && groups.get(first).charAt(0) > '1'
                && !separators.get(first).isBlank();
    }

    /** A day, with or without what follows it. */
    boolean isDate() {
        if (groups.size() < 3
                || !separators.get(0).equals(separators.get(1))
                || separators.get(0).length() != 1) {
            return false;
        }
        boolean ends = groups.size() == 3 || !separators.get(2).equals(separators.get(1));
        return ends
                && (isDay(groups.get(0), groups.get(1), groups.get(2))
                        || isDay(groups.get(2), groups.get(1), groups.get(0)));
    }

    private static boolean isDay(String day, String month, String year) {
        boolean isLong = year.length() == 4 && (year.startsWith("19") || year.startsWith("20"));
        return day.length() <= 2
                && month.length() <= 2
                && (isLong || year.length() == 2)
                && Integer.parseInt(day) <= 31
                && Integer.parseInt(month) <= 31;
    }

    /** An IPv4 address, or a version of as many parts. */
    boolean isAddress() {
        return groups.size() == 4
                && lead.isEmpty()
                && separators.stream().allMatch("."::equals)
                && groups.stream().allMatch(group -> group.length() <= 3);
    }

    /** One number with a decimal point, or two of them. */
    boolean isDecimal() {
        return groups.size() == 2 && separators.get(0).equals(".");
    }
}
