package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;

import io.ticketwire.text.Line;

/** JSON over one or several lines: an object, or a list of objects. What isn't closed, or has words outside of quotation marks, is text. */
final class JsonBlocks {

    private final List<Line> lines;

    /** Brackets that are open. */
    private int depth;

    private boolean named;

    private JsonBlocks(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet in(List<Line> lines) {
        BitSet found = new BitSet();
        int i = 0;
        while (i < lines.size()) {
            String said = lines.get(i).said();
            if (said.startsWith("{") || said.startsWith("[")) {
                JsonBlocks json = new JsonBlocks(lines);
                int end = json.read(i);
                found.set(i, json.depth == 0 && json.named ? end : i);
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    /** @return the line after the one that closes it; or after the one that is no JSON, with something still open */
    private int read(int first) {
        int i = first;
        do {
            if (!accepts(lines.get(i).said())) {
                depth = -1;
                return i + 1;
            }
            i++;
        } while (depth > 0 && i < lines.size());
        return i;
    }

    private boolean accepts(String said) {
        int i = 0;
        while (i < said.length()) {
            char c = said.charAt(i);
            if (c == '"') {
                int end = endOfString(said, i + 1);
                if (end < 0) {
                    return false;
                }
                named |= said.startsWith(":", end) || said.startsWith(" :", end);
                i = end;
            } else if (Character.isLetter(c)) {
                int end = endOfLiteral(said, i);
                if (end < 0) {
                    return false;
                }
                i = end;
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth < 0 || "{}[],:.+- \t0123456789\u00A0".indexOf(c) < 0) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static int endOfString(String said, int from) {
        for (int i = from; i < said.length(); i++) {
            if (said.charAt(i) == '\\') {
                i++;
            } else if (said.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int endOfLiteral(String said, int from) {
        for (String literal : List.of("true", "false", "null")) {
            if (said.startsWith(literal, from)) {
                return from + literal.length();
            }
        }
        boolean exponent = (said.charAt(from) | ' ') == 'e' && from > 0 && Character.isDigit(said.charAt(from - 1));
        return exponent ? from + 1 : -1;
    }
}
