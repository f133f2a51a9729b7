package io.ticketwire.intelligence.entity;

import java.util.List;

/** E-mail addresses, as people write them: no quoted local parts, no addresses of one label ({@code root@localhost}). */
final class Mails {

    /** RFC 5321, 4.5.3.1. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST_DOMAIN = 255;
    private static final String LOCAL_MARKS = ".+-_%&'/=~";

    private Mails() {}

    static List<String> read(Source source) {
        Findings mails = new Findings(source);
        for (int at = source.indexOf('@', 0); at >= 0; at = source.indexOf('@', at + 1)) {
            int from = source.isTaken(at) ? at : local(source, at);
            int to = from < at ? domain(source, at + 1) : at;
            if (to > at) {
                mails.add(from, to);
            }
        }
        return mails.toList();
    }

    private static int local(Source source, int at) {
        int from = at;
        while (at - from < LONGEST_LOCAL && isLocal(source.at(from - 1))) {
            from--;
        }
        while (from < at && !Source.isWord(source.at(from))) {
            from++;
        }
        return source.at(at - 1) == '.' ? at : from;
    }

    private static boolean isLocal(char c) {
        return Source.isWord(c) || LOCAL_MARKS.indexOf(c) >= 0;
    }

    /** The end of a name with two labels at least, the last of them of letters; or {@code from - 1}. */
    private static int domain(Source source, int from) {
        int label = from;
        int labels = 0;
        int end = from - 1;
        for (int i = from; i - from <= LONGEST_DOMAIN; i++) {
            char c = source.at(i);
            if (Source.isWord(c) || c == '-' && i > label) {
                continue;
            }
            boolean filled = i > label && source.at(i - 1) != '-';
            labels += filled ? 1 : 0;
            if (filled && labels > 1 && i - label > 1 && !Source.isDigit(source.at(i - 1))) {
                end = i;
            }
            if (c != '.' || !filled) {
                break;
            }
            label = i + 1;
        }
        return end;
    }
}
