package io.ticketwire.text;

/**
 * A part of a text that is not new.
 *
 * @param kind {@link #QUOTE} or {@link #SIGNATURE}
 * @param from the first character, in UTF-16 units from the text's beginning
 * @param to the character after the last one
 */
public record Mark(String kind, int from, int to) {

    public static final String QUOTE = "quote";
    public static final String SIGNATURE = "signature";
}
