package io.ticketwire.intelligence.escalation;

import java.time.Duration;
import java.util.List;

/**
 * What is known of a ticket when a message of it has been read.
 *
 * @param mentions of the message
 * @param sentiment its label, e.g. {@code very_negative}
 * @param trend of the ticket's messages; null if this is the first
 * @param hostility none, frustrated or hostile
 * @param priority low, medium, high or urgent: as the words have it
 * @param contacts messages of this customer within the window, this one included
 * @param window how far back they are counted
 * @param reopened how often the ticket was
 * @param waiting since when the customer has had no answer; zero if there is none to wait for
 */
public record Facts(
        List<Mention> mentions,
        String sentiment,
        Trend trend,
        String hostility,
        String priority,
        int contacts,
        Duration window,
        int reopened,
        Duration waiting) {

    public Facts {
        mentions = List.copyOf(mentions);
    }
}
