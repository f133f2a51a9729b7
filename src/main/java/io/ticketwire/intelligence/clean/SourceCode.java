package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

import io.ticketwire.text.Line;

/**
 * Code that stands in a message as it is: from a line that declares something, or that decides, to the brace that closes it; in
 * Python, as far as it is indented. Half of what is between must look like code.
 */
final class SourceCode {

    /** Lines of the longest. */
    private static final int MOST = 300;

    private static final Pattern DECLARES = Pattern.compile(
            "(?:(?:(?:export|default|public|private|protected|internal|static|final|abstract|async|virtual|override|inline|extern|synchronized|pub|unsafe) )*"
                    + "(?:(?:class|interface|struct|enum|namespace|impl|trait|record|type) [\\w<>:, .*&=]{1,200}|(?:function\\*?|func|fn|fun|sub) ?[\\w.]{0,80} ?[(<].*"
                    + "|[\\w<>\\[\\].*&:?,]{1,80} [*&]?[\\w:~.]{1,80} ?\\([^)]*\\)(?: (?:const|throws .*|noexcept|override))?|(?:const|let|var) \\w+ = .*(?:=>|\\)|=))"
                    + "|(?:} )?(?:if|for|while|switch|catch|foreach|else if) ?\\(.*\\)|(?:} )?(?:else|do|try|finally)|@?[\\w.$]+\\(.*(?:=>|\\(\\w*\\)))\\s*\\{");

    private static final Pattern PYTHON =
            Pattern.compile("(?:async )?def \\w{1,80}\\(.*\\)(?: -> .*)?:|class \\w{1,80}(?:\\(.*\\))?:");

    /** Above a declaration. */
    private static final Pattern ABOVE = Pattern.compile(
            "@[\\w.]{1,80}(?:\\(.*\\))?|#include\\s.*|(?:import|package|using|use) [^ ].*;|//.*|/\\*.*|\\* .*|\\*/");

    private final String text;
    private final List<Line> lines;

    private SourceCode(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    static BitSet in(String text, List<Line> lines) {
        SourceCode code = new SourceCode(text, lines);
        BitSet found = new BitSet();
        int i = 0;
        while (i < lines.size()) {
            int end = code.end(i);
            if (end > i) {
                found.set(i, end);
                code.addAbove(i, found);
            }
            i = Math.max(i + 1, end);
        }
        return found;
    }

    private void addAbove(int first, BitSet found) {
        for (int i = first - 1;
                i >= 0 && !found.get(i) && is(ABOVE, lines.get(i).said());
                i--) {
            found.set(i);
        }
    }

    /** The line after the last one of the code that begins here; the line itself if none does. */
    private int end(int first) {
        String said = lines.get(first).said();
        if (said.endsWith("{")) {
            return is(DECLARES, said) ? endOfBraces(first, first + 1) : first;
        }
        boolean braceBelow = said.endsWith(")")
                && first + 1 < lines.size()
                && lines.get(first + 1).said().equals("{");
        if (braceBelow) {
            return is(DECLARES, said + "{") ? endOfBraces(first, first + 2) : first;
        }
        return said.endsWith(":") && is(PYTHON, said) ? endOfIndent(first) : first;
    }

    private int endOfBraces(int first, int body) {
        int most = Math.min(lines.size(), first + MOST);
        int depth = 1;
        int looks = 0;
        int others = 0;
        for (int i = body; i < most; i++) {
            String said = lines.get(i).said();
            if (said.isEmpty()) {
                continue;
            }
            depth += depth(said);
            if (depth <= 0) {
                return looks >= others ? i + 1 : first;
            }
            boolean code = IndentedCode.looksLikeCode(said);
            looks += code ? 1 : 0;
            others += code ? 0 : 1;
        }
        return first;
    }

    private static int depth(String said) {
        int depth = 0;
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return depth;
    }

    private int endOfIndent(int first) {
        int i = first + 1;
        while (i < lines.size()
                && !lines.get(i).blank()
                && Line.isWhite(text.charAt(lines.get(i).from()))) {
            i++;
        }
        return i > first + 1 ? i : first;
    }

    private static boolean is(Pattern pattern, String said) {
        return said.length() <= LogLine.LONGEST && pattern.matcher(said).matches();
    }
}
