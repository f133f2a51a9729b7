package io.ticketwire.text;

import com.fasterxml.jackson.databind.JsonNode;

/** The text of a field in which people write at length: HTML, Atlassian's document format, Markdown or plain text. */
public final class RichText {

    /** Characters of the longest text that is kept. */
    public static final int MAX = 65_536;

    private RichText() {}

    /** Clean plain text, cut at {@link #MAX}; null if there is none. */
    public static String of(JsonNode value) {
        if (AdfText.isDocument(value)) {
            return usable(AdfText.of(value));
        }
        return value == null || !value.isTextual() ? null : of(value.textValue());
    }

    /** As {@link #of(JsonNode)}; a document may also come as a text of JSON. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        String clean = CleanText.clean(text);
        String document = AdfText.ofString(clean);
        return usable(document == null ? PlainText.of(clean) : document);
    }

    private static String usable(String text) {
        return text.isBlank() ? null : CleanText.cut(text, MAX);
    }
}
