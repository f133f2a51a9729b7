package io.ticketwire.intelligence.entity;

import java.util.List;

/** Links: what begins with {@code http://}, {@code https://} or {@code www.}. */
final class Links {

    private static final int LONGEST = 2000;
    private static final String ENDS = "<>\"`|{}\u201c\u201d\u201e\u00ab\u00bb";
    /** What belongs to the sentence if it stands last. */
    private static final String TRAILING = ".,;:!?'*_";

    private Links() {}

    static List<String> read(Source source) {
        Findings links = new Findings(source);
        for (int i = 0; i < source.length(); i++) {
            char c = source.at(i);
            if ((c == 'h' || c == 'H' || c == 'w' || c == 'W')
                    && !Source.isWord(source.at(i - 1))
                    && begins(source, i)) {
                int end = end(source, i);
                if (hasHost(source, i, end)) {
                    links.add(i, end);
                }
                i = end;
            }
        }
        return links.toList();
    }

    private static boolean begins(Source source, int at) {
        return source.startsWith(at, "http://") || source.startsWith(at, "https://") || source.startsWith(at, "www.");
    }

    private static int end(Source source, int from) {
        int open = 0;
        int end = from;
        while (end < source.length() && end - from < LONGEST) {
            char c = source.at(end);
            open += c == '(' || c == '[' ? 1 : 0;
            open -= c == ')' || c == ']' ? 1 : 0;
            if (c <= ' ' || Character.isWhitespace(c) || c == '\u00a0' || ENDS.indexOf(c) >= 0 || open < 0) {
                break;
            }
            end++;
        }
        while (end > from && TRAILING.indexOf(source.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean hasHost(Source source, int from, int end) {
        int slashes = source.indexOf('/', from);
        int host = source.at(from) == 'w' || source.at(from) == 'W' ? from + 4 : slashes + 2;
        return host < end && Source.isWord(source.at(host)) || host < end && source.at(host) == '[';
    }
}
