package io.ticketwire.intelligence.clean;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.text.Line;

/** The lines of a text of which somebody knows that they are new. */
final class NewLines {

    private NewLines() {}

    /**
     * The lines that the new text is made of, in their order, with the blank ones between them; all of them if it is of other lines:
     * then it is not of this text.
     */
    static List<Line> of(List<Line> lines, String newText) {
        List<Line> found = new ArrayList<>();
        String[] wanted = newText.strip().split("\n", -1);
        int next = 0;
        for (Line line : lines) {
            if (line.blank()) {
                found.add(line);
            } else {
                while (next < wanted.length && wanted[next].isBlank()) {
                    next++;
                }
                if (next < wanted.length && Line.stripped(wanted[next]).equals(line.said())) {
                    found.add(line);
                    next++;
                }
            }
        }
        return next < wanted.length ? lines : found;
    }
}
