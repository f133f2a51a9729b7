package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.text.CleanText;

/**
 * The headers of a mail as they were written, unfolded: addresses and parameters are to be found before encoded words are
 * decoded. Bounded: what goes beyond is left out.
 */
public final class RawHeaders {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_CHARACTERS = 65_536;

    /** So that one header, such as a To with a thousand recipients, leaves room for the others. */
    private static final int MAX_VALUE = 16_384;

    private final List<MailHeaders.Header> all = new ArrayList<>();
    private int characters;

    /** Those of a block of lines, up to its first empty one. */
    public static RawHeaders of(String block) {
        RawHeaders headers = new RawHeaders();
        StringBuilder header = new StringBuilder();
        for (String line : (Iterable<String>) block.lines()::iterator) {
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folded && !line.isBlank()) {
                header.append(line);
                continue;
            }
            headers.addLine(header.toString());
            header.setLength(0);
            header.append(line);
            if (line.isBlank() && !headers.isEmpty()) {
                break;
            }
        }
        headers.addLine(header.toString());
        return headers;
    }

    private void addLine(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            add(line.substring(0, colon), line.substring(colon + 1));
        }
    }

    /** Adds one. */
    public void add(String name, String value) {
        String cut = CleanText.cut(value, MAX_VALUE);
        String line = CleanText.oneLine(CleanText.clean(cut));
        String word = CleanText.oneLine(CleanText.clean(CleanText.cut(name, MAX_VALUE)));
        int length = word.length() + line.length();
        if (!word.isEmpty() && all.size() < MAX_HEADERS && characters + length <= MAX_CHARACTERS) {
            all.add(new MailHeaders.Header(word, line));
            characters += length;
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first value of a header, whatever the case of its name; null if there is none. */
    public String first(String name) {
        return new MailHeaders(all).first(name);
    }

    /** Shows all of them. */
    public void copyTo(MailVisitor visitor) {
        all.forEach(header -> visitor.header(header.name(), header.value()));
    }

    /** All of them, for people. */
    MailHeaders decoded() {
        return new MailHeaders(all.stream()
                .map(header -> new MailHeaders.Header(
                        header.name(), CleanText.oneLine(CleanText.clean(EncodedWords.decoded(header.value())))))
                .toList());
    }
}
