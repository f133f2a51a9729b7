package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.ticketwire.text.CleanText;
import io.ticketwire.text.JsonText;
import io.ticketwire.text.Origin;
import io.ticketwire.text.SourcedText;

/**
 * What people read of a mail: its parts one after the other, of alternatives the plain one, and without one what the HTML
 * says. The HTML is that of all parts that have one. Bounded.
 */
final class MailText {

    /** Characters of the longest HTML that is kept. */
    static final int MAX_HTML = 262_144;

    /** A few parts are usual: what stands between attachments, the footer of a list. */
    private static final int MAX_PASSAGES = 50;

    /** The same in one form or two. */
    private static final class Passage {
        private String plain;
        private String html;

        private SourcedText text() {
            boolean said = plain != null && !plain.isBlank();
            return said || html == null ? SourcedText.of(plain) : SourcedText.ofHtml(html);
        }
    }

    private final List<Passage> passages = new ArrayList<>();
    private final Map<Integer, Passage> byAlternative = new HashMap<>();
    private int htmlLength;
    private int plainLength;

    /** @param alternative as of {@link MailVisitor#text} */
    void add(String text, boolean html, int alternative) {
        Passage passage = alternative < 0 ? new Passage() : byAlternative.getOrDefault(alternative, new Passage());
        if (passage.plain == null && passage.html == null) {
            if (passages.size() == MAX_PASSAGES) {
                return;
            }
            passages.add(passage);
        }
        if (alternative >= 0) {
            byAlternative.put(alternative, passage);
        }
        if (html) {
            String kept = CleanText.cut(text, MAX_HTML - htmlLength);
            htmlLength += kept.length();
            passage.html = passage.html == null ? kept : passage.html + "\n" + kept;
        } else {
            String kept = CleanText.cut(text, JsonText.MAX_TEXT - plainLength);
            plainLength += kept.length();
            passage.plain = passage.plain == null ? kept : passage.plain + "\n" + kept;
        }
    }

    /** With what is said of its lines. */
    SourcedText text() {
        List<String> texts = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (Passage passage : passages) {
            SourcedText read = passage.text();
            String text = read.text() == null ? null : JsonText.text(read.text());
            if (text != null) {
                texts.add(text);
                IntStream.range(0, (int) text.lines().count())
                        .mapToObj(read::origin)
                        .forEach(origins::add);
                // Of the line between this one and the next.
                origins.add(Origin.UNSAID);
            }
        }
        return new SourcedText(texts.isEmpty() ? null : JsonText.text(String.join("\n\n", texts)), origins);
    }

    /** Null if there is none. */
    String html() {
        List<String> texts = passages.stream()
                .map(passage -> passage.html)
                .filter(Objects::nonNull)
                .toList();
        String html = CleanText.clean(String.join("\n", texts)).strip();
        return html.isEmpty() ? null : html;
    }
}
