package io.ticketwire.ingress.mail;

import java.util.List;

import io.ticketwire.ingress.message.Mark;

/**
 * What of a mail's text its author wrote for this mail: answers quote what they answer, and end in signatures.
 *
 * @param text as it was given
 * @param newText the text without its marked parts, tidy; empty if nothing is new; null if all of it is new, or there is no text
 * @param marks what of the text is not new, in its order; null if all of it is
 */
public record NewText(String text, String newText, List<Mark> marks) {

    /**
     * @param text with line feeds, as people read it; null if there is none
     */
    public static NewText of(String text) {
        return new NewText(text, null, null);
    }
}
