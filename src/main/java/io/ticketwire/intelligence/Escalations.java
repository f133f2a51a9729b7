package io.ticketwire.intelligence;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.Past;

/** Says how much speaks for handing a ticket up. A pure function. */
public interface Escalations {

    /**
     * A score by rules, with its reasons.
     *
     * @param reading what was read in the message by itself
     * @param past what was before it
     * @param trend of the sentiment within the ticket; null if the message is the first of it
     */
    Insight.Escalation score(Reading reading, Past past, String trend);
}
