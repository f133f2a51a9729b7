package io.ticketwire.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;

/**
 * What a person would read: HTML becomes text with line feeds, entities become characters, plain text stays what it is.
 * Nothing is sanitised for output: whoever shows the text must escape it.
 */
public final class PlainText {
    /** Text longer than this is cut before anything else: the work is bounded, and every field is cut much shorter anyway. */
    static final int MAX = 1 << 19;

    /**
     * A tag that people write in mails, complete with its closing bracket. An attribute must have a value and a link must have
     * an attribute, so that {@code a<b and c>d} and {@code List<A>} stay text.
     */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|div|br|span|b|strong|em|ul|ol|li|table|html|body|blockquote|h[1-6])\\s*/?>|</a>"
                    + "|<(?:p|div|br|span|a|b|strong|em|ul|ol|li|table|html|body|blockquote|img|h[1-6])\\s[^<>=]{0,100}=[^<>]*>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");

    private PlainText() {}

    /** Plain text of something that may be HTML, be it escaped as a whole (GLPI), or may be text. */
    public static String of(String text) {
        if (isHtml(text)) {
            return ofHtml(text);
        }
        String plain = unescaped(CleanText.clean(withoutComments(CleanText.cut(text, MAX))));
        return text.indexOf('<') < 0 && isHtml(plain) ? ofHtml(plain) : CleanText.tidyLines(plain);
    }

    /** Markdown has HTML's comments, too: GitHub's templates are full of them. */
    private static String withoutComments(String text) {
        int start = text.indexOf("<!--");
        int end = start < 0 ? -1 : text.indexOf("-->", start);
        if (end < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        while (start >= 0 && end >= 0) {
            rest.append(text, from, start);
            from = end + "-->".length();
            start = text.indexOf("<!--", from);
            end = start < 0 ? -1 : text.indexOf("-->", start);
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** Plain text of something that is HTML, because the source says so. */
    public static String ofHtml(String html) {
        return SourcedText.ofHtml(html).text();
    }

    /** Whether there is a tag in it that people write in mails. */
    public static boolean isHtml(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    /** Only entities that end in a semicolon: {@code ?a=1&copy=2} is an address, not a copyright sign. */
    private static String unescaped(String text) {
        if (text.indexOf('&') < 0 || text.indexOf(';') < 0) {
            return text;
        }
        return CleanText.clean(ENTITY.matcher(text).replaceAll(PlainText::character));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        String character = name.charAt(0) == '#' ? numbered(name) : Entities.getByName(name);
        boolean known = character != null && !character.isEmpty();
        return Matcher.quoteReplacement(known ? character.replace('\u00A0', ' ') : entity.group());
    }

    private static String numbered(String name) {
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : null;
    }
}
