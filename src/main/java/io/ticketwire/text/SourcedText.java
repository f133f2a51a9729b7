package io.ticketwire.text;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * A text, and what its source says of its lines.
 *
 * @param text with line feeds; null if there is none
 * @param origins of its lines, in their order; of those beyond them nothing is said
 */
public record SourcedText(String text, List<Origin> origins) {

    /** Of which nothing is said. */
    public static SourcedText of(String text) {
        return new SourcedText(text, List.of());
    }

    /** What a person would read of HTML. */
    public static SourcedText ofHtml(String html) {
        HtmlLines lines = new HtmlLines();
        Jsoup.parse(CleanText.cut(html, PlainText.MAX), "", Parser.htmlParser())
                .body()
                .filter(lines);
        return unmarked(CleanText.tidyLines(CleanText.clean(lines.toString())));
    }

    /** What is said of the n-th line, from 0. */
    public Origin origin(int line) {
        return line < origins.size() ? origins.get(line) : Origin.UNSAID;
    }

    private static SourcedText unmarked(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Origin> origins = new ArrayList<>();
        Origin origin = Origin.UNSAID;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (HtmlLines.isMark(c)) {
                origin = HtmlLines.origin(c);
                continue;
            }
            text.append(c);
            if (c == '\n') {
                origins.add(origin);
                origin = Origin.UNSAID;
            }
        }
        origins.add(origin);
        return new SourcedText(text.toString(), List.copyOf(origins));
    }
}
