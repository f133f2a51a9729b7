package io.ticketwire.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Text out of single JSON values, clean and bounded; for senders whose fields are what they say and need no guessing. */
public final class JsonText {

    /** Characters of the longest text that is kept. */
    public static final int MAX_TEXT = 65_536;

    /** Characters of the longest name or word. */
    public static final int MAX_LINE = 255;

    private JsonText() {}

    /** The text as people wrote it, without white space at its ends; null if it is blank or no text. */
    public static String text(JsonNode value) {
        return value.isTextual() ? text(value.textValue()) : null;
    }

    /** As {@link #text(JsonNode)}. */
    public static String text(String value) {
        // Cut first: the work is bounded by what is kept.
        String text = CleanText.clean(CleanText.cut(value, MAX_TEXT)).strip();
        return text.isEmpty() ? null : text;
    }

    /** A name or a word, on one line: text or a number; null if there is none. */
    public static String line(JsonNode value) {
        return value.isTextual() || value.isNumber() ? line(value.asText()) : null;
    }

    /** As {@link #line(JsonNode)}. */
    public static String line(String value) {
        String line = CleanText.oneLine(CleanText.clean(CleanText.cut(value, MAX_LINE)));
        return line.isEmpty() ? null : line;
    }
}
