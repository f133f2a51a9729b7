package io.ticketwire.intelligence.escalation;

import java.time.Duration;
import java.util.List;

/**
 * What is known of a ticket when a message of it has been read.
 *
 * @param mentions of the message
 * @param sentiment its label, e.g. {@code very_negative}
 * @param trend of the ticket's messages
 * @param fall of the ticket's sentiment with this message, in levels; see {@link Trend#fall}
 * @param hostility none, frustrated or hostile
 * @param priority low, medium, high or urgent: as the words have it
 * @param contactsIn7Days messages of this customer, this one included
 * @param reopened how often the ticket was
 * @param waiting since when the customer has had no answer; zero if there is none to wait for
 * @param minutesToSlaDue negative if it is over; null where no time is due
 */
public record Facts(
        List<Mention> mentions,
        String sentiment,
        Trend trend,
        int fall,
        String hostility,
        String priority,
        int contactsIn7Days,
        int reopened,
        Duration waiting,
        Integer minutesToSlaDue) {

    public Facts {
        mentions = List.copyOf(mentions);
    }
}
