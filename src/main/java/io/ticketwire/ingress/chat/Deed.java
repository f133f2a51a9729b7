package io.ticketwire.ingress.chat;

import java.util.Optional;

import io.ticketwire.text.CleanText;

/**
 * What was done.
 *
 * @param action approve, reject, ack, escalate, ..., or the platform's own name of it; null if none was asked for
 * @param value what the button carries, or what follows a command's name; null if there is nothing
 * @param ticketId as it was given; null if no ticket was named
 * @param text what was written, or a button's label; null if there is nothing
 */
public record Deed(String action, String value, String ticketId, String text) {

    /** Twice the longest value that a platform takes (Slack: 2,000). */
    private static final int MAX_VALUE = 4_096;

    /**
     * A button was pressed.
     *
     * @param name the platform's own name of the button
     */
    public static Deed pressed(String name, String value, String label) {
        String kept = CleanText.cut(CleanText.clean(value), MAX_VALUE);
        ButtonValue says = ButtonValue.of(kept);
        return new Deed(says.action() == null ? name : says.action(), kept, says.ticketId(), label);
    }

    /** Something was written that may ask for an action: {@code approve 4711}. */
    public static Deed written(String text) {
        return WrittenAction.of(text)
                .map(asked -> new Deed(asked.action(), asked.ticketId(), asked.ticketId(), text))
                .orElseGet(() -> new Deed(null, null, null, text));
    }

    /**
     * A command was given.
     *
     * @param name with or without its slash
     * @param rest what follows the name; null if there is nothing
     * @param text all that was written; null if the command was chosen from a menu
     */
    public static Deed commanded(String name, String rest, String text) {
        String word = name.startsWith("/") ? name.substring(1) : name;
        Optional<WrittenAction> asked =
                rest == null ? Optional.empty() : WrittenAction.of(rest).or(() -> WrittenAction.of(word + " " + rest));
        return new Deed(
                asked.map(WrittenAction::action).orElse(name),
                rest,
                asked.map(WrittenAction::ticketId).orElse(null),
                text);
    }
}
