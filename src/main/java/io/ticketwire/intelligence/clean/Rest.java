package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;

import io.ticketwire.text.Line;

/** Puts together the lines that are kept: what was between them leaves no trace but, perhaps, a blank line. */
final class Rest {

    private final String plain;
    private final BitSet dropped;
    private final StringBuilder rest;
    private final Runs.Builder runs = new Runs.Builder();

    /** The end of the last line that was kept; -1 if none was. */
    private int last = -1;

    private boolean blank;

    private Rest(String plain, BitSet dropped) {
        this.plain = plain;
        this.dropped = dropped;
        this.rest = new StringBuilder(plain.length());
    }

    /**
     * @param gone the lines that are not kept
     * @param dropped the characters that are not
     * @param places of the plain text in the message
     */
    static Cleaned of(String plain, List<Line> lines, BitSet gone, BitSet dropped, Places places) {
        Rest rest = new Rest(plain, dropped);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                rest.blank = true;
            } else if (!gone.get(i)) {
                rest.line(line);
            }
        }
        return new Cleaned(rest.rest.toString(), rest.runs.build(), places);
    }

    private void line(Line line) {
        int before = rest.length();
        if (last >= 0) {
            runs.add(before, last);
            rest.append(blank ? "\n\n" : "\n");
        }
        int start = rest.length();
        int from = line.from();
        while (from < line.to()) {
            int next = dropped.nextSetBit(from);
            int to = next < 0 || next > line.to() ? line.to() : next;
            append(from, to, start);
            from = to == line.to() ? to : dropped.nextClearBit(to);
        }
        trim(start);
        if (rest.length() == start) {
            rest.setLength(before);
            return;
        }
        last = line.to();
        blank = false;
    }

    /** Without white space at the beginning of the line, and with one where something is missing. */
    private void append(int from, int to, int start) {
        int first = from;
        boolean white = rest.length() == start || Line.isWhite(rest.charAt(rest.length() - 1));
        while (white && first < to && Line.isWhite(plain.charAt(first))) {
            first++;
        }
        if (first < to) {
            runs.add(rest.length(), first);
            rest.append(plain, first, to);
        }
    }

    private void trim(int start) {
        int end = rest.length();
        while (end > start && Line.isWhite(rest.charAt(end - 1))) {
            end--;
        }
        rest.setLength(end);
    }
}
