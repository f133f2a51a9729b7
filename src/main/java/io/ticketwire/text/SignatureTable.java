package io.ticketwire.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A signature whose lines are the rows of a Markdown table.
 *
 * <pre>
 *   | Jane Doe | Head of IT      |
 *   |----------|-----------------|
 *   | Email    | jane@acme.example |
 * </pre>
 */
final class SignatureTable {

    private static final int MOST_ROWS = 14;

    /** Something to reach the signer by: what customers put in tables has orders and prices. */
    private static final Pattern REACH =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w.*|(?:\\+|\\(?0)[\\d ()/.-]{6,24}\\d");

    private static final Pattern PERSON = Pattern.compile(
            "\\*{0,2}\\p{Lu}\\p{Ll}[\\p{L}'’-]{0,24}(?: [\\p{L}.'’-]{1,24}){0,2} \\p{Lu}[\\p{L}'’-]{1,24}\\*{0,2}");

    private static final Pattern HEADING = Pattern.compile(
            ".* (?:Name|Date|Number|Status|ID|No|Mail|E-?Mail|Address|Contact|Phone)", Pattern.CASE_INSENSITIVE);

    private SignatureTable() {}

    /** A line without what makes it a row: cells with a bar between two; empty for the rule below the first one. */
    static String row(String said) {
        if (!isRow(said)) {
            return said;
        }
        String cells = Line.stripped(said.substring(1, said.length() - 1));
        return cells.chars().allMatch(c -> "|-: ".indexOf(c) >= 0) ? "" : cells;
    }

    /**
     * The first row of the table with which a passage ends, if that is a signature; -1 if it is none.
     *
     * @param last the last line of the passage that is not blank
     */
    static int first(List<Line> lines, int from, int last) {
        int first = last + 1;
        boolean reach = false;
        while (first > from
                && last - first < MOST_ROWS
                && isRow(lines.get(first - 1).said())) {
            first--;
            String row = row(lines.get(first).said());
            if (!row.isEmpty() && !SignatureLine.mayFollowName(row)) {
                return -1;
            }
            reach |= reaches(row);
        }
        return reach && last > first && namesPerson(row(lines.get(first).said())) ? first : -1;
    }

    private static boolean isRow(String said) {
        return said.length() > 2 && said.length() <= Line.MOST && said.startsWith("|") && said.endsWith("|");
    }

    private static boolean reaches(String row) {
        for (String cell : row.split("\\|")) {
            if (REACH.matcher(Line.stripped(cell)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** With a person's name in its first cell, and no heading of a column. */
    private static boolean namesPerson(String row) {
        String name = Line.stripped(row.split("\\|", 2)[0]);
        return PERSON.matcher(name).matches() && !HEADING.matcher(name).matches();
    }
}
