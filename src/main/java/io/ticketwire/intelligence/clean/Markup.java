package io.ticketwire.intelligence.clean;

import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

import io.ticketwire.text.PlainText;

/** Whether a text is HTML as a whole, and where in it the characters stand that people read. */
final class Markup {

    /** What ends lines: a text with an odd {@code <b>} and line feeds of its own is better read as it is. */
    private static final Pattern BREAKS =
            Pattern.compile("<br|</(?:p|div|body|html|table|td|tr|li|blockquote|h[1-6])>", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSEEN =
            Pattern.compile("<(script|style|head|title|noscript|template)\\b", Pattern.CASE_INSENSITIVE);

    /** Of the longest entity: {@code &CounterClockwiseContourIntegral;}. */
    private static final int LONGEST_ENTITY = 34;

    private final String html;
    private int at;

    /** Where what was seen last begins. */
    private int seenAt;

    /** The second half of what was seen last, if that is an entity beyond the first 65,536 characters; 0 if there is none. */
    private char low;

    private Markup(String html) {
        this.html = html;
    }

    static boolean is(String text) {
        int tag = text.indexOf('<');
        return tag >= 0
                && text.substring(0, tag).strip().indexOf('\n') < 0
                && BREAKS.matcher(text).find()
                && PlainText.isHtml(text);
    }

    /**
     * Where the characters of a text stand in the HTML that it was read from. Characters that are nowhere, as the dash of a list item,
     * are where the next one is looked for; after what can't be followed, all are at the place that was reached.
     */
    static Places places(String html, String text) {
        Markup markup = new Markup(html);
        Runs.Builder first = new Runs.Builder();
        Runs.Builder last = new Runs.Builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                int place = markup.find(c);
                first.add(i, place);
                last.add(i, Math.max(place, markup.at - 1));
            }
        }
        return new Places(first.build(), last.build());
    }

    /** The place of the next character that is seen, which is this one, unless it was put there by the reader. */
    private int find(char c) {
        char second = low;
        low = 0;
        if (second != 0 && second == c) {
            return seenAt;
        }
        while (at < html.length()) {
            seenAt = at;
            char seen = next();
            if (seen == c) {
                return seenAt;
            }
            if (c == '-' && seen != 0) {
                at = seenAt;
                low = 0;
                return seenAt;
            }
        }
        return Math.max(0, html.length() - 1);
    }

    /** Reads on, and returns what is seen; 0 if that is nothing. */
    private char next() {
        char c = html.charAt(at);
        if (c == '<' && at + 1 < html.length() && !Character.isWhitespace(html.charAt(at + 1))) {
            at = endOfTag();
            return 0;
        }
        if (c == '&') {
            String begin = html.substring(at, Math.min(html.length(), at + LONGEST_ENTITY));
            int end = begin.indexOf(';');
            String entity = end < 0 ? "" : Parser.unescapeEntities(begin.substring(0, end + 1), false);
            if (entity.codePointCount(0, entity.length()) == 1) {
                at += end + 1;
                low = entity.length() == 2 ? entity.charAt(1) : 0;
                return seen(entity.charAt(0));
            }
        }
        at++;
        return seen(c);
    }

    private static char seen(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' ? 0 : c;
    }

    private int endOfTag() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            return html.length();
        }
        var unseen = UNSEEN.matcher(html).region(at, end + 1);
        if (!unseen.lookingAt()) {
            return html.startsWith("<!--", at) ? after("-->") : end + 1;
        }
        int close = html.indexOf("</" + unseen.group(1), end);
        return close < 0 ? html.length() : close;
    }

    private int after(String mark) {
        int end = html.indexOf(mark, at);
        return end < 0 ? html.length() : end + mark.length();
    }
}
