package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;

import io.ticketwire.text.Line;

/** Blocks that are indented as Markdown indents code, and look like code: people indent paragraphs, too. */
final class IndentedCode {

    private static final int INDENT = 4;

    private IndentedCode() {}

    static BitSet in(String text, List<Line> lines) {
        BitSet code = new BitSet();
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            int looks = 0;
            while (end < lines.size() && isIndented(text, lines.get(end))) {
                looks += looksLikeCode(lines.get(end).said()) ? 1 : 0;
                end++;
            }
            if (looks * 2 > end - i) {
                code.set(i, end);
            }
            i = Math.max(end, i + 1);
        }
        return code;
    }

    private static boolean isIndented(String text, Line line) {
        if (line.blank()) {
            return false;
        }
        return text.startsWith("\t", line.from()) || text.startsWith(" ".repeat(INDENT), line.from());
    }

    static boolean looksLikeCode(String said) {
        char last = said.charAt(said.length() - 1);
        return ";{}".indexOf(last) >= 0
                || said.startsWith("$ ")
                || said.startsWith("//")
                || said.startsWith("</")
                || said.endsWith("):")
                || said.contains(" = ")
                || said.contains("()")
                || said.contains("\": ")
                || said.startsWith("<") && last == '>';
    }
}
