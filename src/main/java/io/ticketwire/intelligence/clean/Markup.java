package io.ticketwire.intelligence.clean;

import java.util.regex.Pattern;

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
    static Runs places(String html, String text) {
        Markup markup = new Markup(html);
        Runs.Builder runs = new Runs.Builder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                runs.add(i, markup.find(c));
            }
        }
        return runs.build();
    }

    /** The place of the next character that is seen, which is this one, unless it was put there by the reader. */
    private int find(char c) {
        while (at < html.length()) {
            int place = at;
            char seen = next();
            if (seen == c) {
                return place;
            }
            if (c == '-' && seen != 0) {
                at = place;
                return place;
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
            String entity = end < 0 ? "" : PlainText.of(begin.substring(0, end + 1));
            if (entity.length() == 1) {
                at += end + 1;
                return entity.charAt(0);
            }
        }
        at++;
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
