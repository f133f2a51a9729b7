package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is pasted between words: fenced code, Jira's {@code {code}} and {@code {noformat}}, keys, pictures of Markdown and of mails,
 * very long links, digests and base64. What isn't closed is text. Reads every character a fixed number of times.
 */
final class Inserts {

    /** Characters of the longest link that is kept: longer ones are those of trackers and sessions. */
    static final int LONGEST_LINK = 120;

    private static final int SHORTEST_HEX = 32;
    private static final int SHORTEST_BASE64 = 40;

    private static final Set<String> LABELS = Set.of(
            "sha", "sha1", "sha224", "sha256", "sha384", "sha512", "md5", "checksum", "digest", "fingerprint", "etag");
    private static final int LONGEST_LABEL = 12;

    private final String text;
    private final BitSet dropped = new BitSet();

    private Inserts(String text) {
        this.text = text;
    }

    /** The characters that belong to inserts. */
    static BitSet in(String text) {
        Inserts inserts = new Inserts(text);
        inserts.between("```", "```");
        inserts.between("{code", "{code}");
        inserts.between("{noformat", "{noformat}");
        inserts.between("-----BEGIN ", "-----END ");
        inserts.inLine("![", "](", ")");
        inserts.inLine("[cid:", "", "]");
        inserts.inLine("[image:", "", "]");
        inserts.longWords();
        return inserts.dropped;
    }

    private void between(String open, String close) {
        int from = text.indexOf(open);
        while (from >= 0) {
            int end = text.indexOf(close, from + open.length());
            if (end < 0) {
                return;
            }
            int to = close.endsWith(" ") ? endOfLine(end) : end + close.length();
            dropped.set(from, to);
            from = text.indexOf(open, to);
        }
    }

    /** On one line: what isn't complete there is text, and so is all that begins behind it. */
    private void inLine(String open, String middle, String close) {
        int from = text.indexOf(open);
        while (from >= 0) {
            int feed = endOfLine(from);
            int mid = text.indexOf(middle, from + open.length());
            int end = mid < 0 ? -1 : text.indexOf(close, mid + middle.length());
            if (mid < 0 || end < 0) {
                return;
            }
            if (end < feed) {
                dropped.set(from, end + close.length());
                from = text.indexOf(open, end);
            } else {
                // Nothing is complete on the lines before the one on which what was found is.
                from = text.indexOf(open, Math.max(feed, text.lastIndexOf('\n', mid > feed ? mid : end)));
            }
        }
    }

    private int endOfLine(int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }

    private void longWords() {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i - from >= SHORTEST_HEX) {
                    longWord(from, i);
                }
                from = i + 1;
            }
        }
    }

    private void longWord(int from, int to) {
        int link = link(from, to);
        if (link >= 0) {
            if (to - link > LONGEST_LINK) {
                dropped.set(link, to);
            }
            return;
        }
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !isCode(text.charAt(i))) {
                if (isBlob(start, i)) {
                    dropped.set(label(start), i);
                }
                start = i + 1;
            }
        }
    }

    /** Where the name of a digest begins that stands before one: {@code sha256:}; the digest's own beginning if none does. */
    private int label(int digest) {
        int colon = digest - 1;
        if (colon > 0 && text.charAt(colon) == ' ') {
            colon--;
        }
        if (colon <= 0 || text.charAt(colon) != ':') {
            return digest;
        }
        int from = colon;
        while (from > 0 && colon - from < LONGEST_LABEL && isLabel(text.charAt(from - 1))) {
            from--;
        }
        return LABELS.contains(
                        text.substring(from, colon).toLowerCase(Locale.ROOT).replace("-", ""))
                ? from
                : digest;
    }

    private static boolean isLabel(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '-';
    }

    /** Where a link begins in a word, perhaps behind a bracket; -1 if none does. */
    private int link(int from, int to) {
        int scheme = from + text.substring(from, to).indexOf("://");
        if (scheme < from) {
            return text.startsWith("www.", from) || text.startsWith("data:", from) ? from : -1;
        }
        int start = scheme;
        while (start > from && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isCode(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || "+/=_-".indexOf(c) >= 0;
    }

    /** Digests and base64 have digits all over, and base64 has capitals among its small letters; no word has. */
    private boolean isBlob(int from, int to) {
        int length = to - from;
        if (length < SHORTEST_HEX) {
            return false;
        }
        int digits = 0;
        int capitals = 0;
        int small = 0;
        boolean hex = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
            small += c >= 'a' && c <= 'z' ? 1 : 0;
            hex &= Character.digit(c, 16) >= 0;
        }
        boolean mixed = capitals * 8 >= length && small * 8 >= length;
        return digits * 24 >= length && (hex && digits < length || mixed && length >= SHORTEST_BASE64);
    }
}
