package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ticketwire.text.Line;

/** Documents of XML that begin with their declaration, and blocks between Markdown's lines of tildes that have no sentences in them. */
final class Documents {

    /** Lines of the longest. */
    private static final int MOST = 500;

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version=.*");
    private static final Pattern ROOT = Pattern.compile("<([\\p{L}_][\\w.:-]{0,80})");
    private static final Pattern TILDES = Pattern.compile("~{3,20} ?[\\w+#.-]{0,20}");
    private static final Pattern SENTENCE =
            Pattern.compile("\\p{L}+(?:[ ,]+[\\p{L}'’]+){3,60}[.!?…]{1,3}|.*\\p{L}[!?]{1,9}");

    private final List<Line> lines;

    private Documents(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet in(List<Line> lines) {
        Documents documents = new Documents(lines);
        BitSet found = new BitSet();
        int i = 0;
        while (i < lines.size()) {
            int end = documents.end(i);
            found.set(i, end);
            i = Math.max(i + 1, end);
        }
        return found;
    }

    /** The line after the last one of the block that begins here; the line itself if none does. */
    private int end(int first) {
        String said = lines.get(first).said();
        if (said.startsWith("<?xml") && DECLARATION.matcher(said).matches()) {
            return endOfXml(first);
        }
        return said.startsWith("~~~") && TILDES.matcher(said).matches() ? endOfTildes(first) : first;
    }

    private int endOfXml(int first) {
        int most = Math.min(lines.size(), first + MOST);
        String close = null;
        for (int i = first; i < most; i++) {
            String said = lines.get(i).said();
            Matcher root = ROOT.matcher(said);
            if (close == null && root.find()) {
                close = "</" + root.group(1) + ">";
            }
            if (close != null && said.contains(close)) {
                return i + 1;
            }
        }
        int i = first + 1;
        while (i < most && lines.get(i).said().startsWith("<")) {
            i++;
        }
        return i;
    }

    private int endOfTildes(int first) {
        int most = Math.min(lines.size(), first + MOST);
        for (int i = first + 1; i < most; i++) {
            Line line = lines.get(i);
            if (line.said().startsWith("~~~")) {
                return line.said().chars().allMatch(c -> c == '~') ? i + 1 : first;
            }
            if (line.said().length() > LogLine.LONGEST
                    || SENTENCE.matcher(line.said()).matches()) {
                return first;
            }
        }
        return first;
    }
}
