package io.ticketwire.intelligence.clean;

/**
 * What a customer wrote in a message, and where that stood in it.
 *
 * @param text the lines that are kept, each without white space at its ends, at most one blank line between two of them; empty only
 *     if the message is
 * @param inPlain where its characters stood in the plain text
 * @param plain where those of the plain text stood in the message
 */
public record Cleaned(String text, Runs inPlain, Places plain) {

    static final Cleaned NOTHING = new Cleaned("", Runs.SAME, Places.SAME);

    /** The index, in the message as it was given, of a character of the text. In HTML, where it stands among the tags. */
    public int original(int cleanedIndex) {
        return plain.first().origin(inPlain.origin(cleanedIndex));
    }

    /** Where a part of the text stood in the message: all that was between its ends, even if some of it is not kept. */
    public Span original(int start, int end) {
        int from = original(start);
        return new Span(from, end <= start ? from : plain.last().origin(inPlain.origin(end - 1)) + 1);
    }
}
