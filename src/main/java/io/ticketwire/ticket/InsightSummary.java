package io.ticketwire.ticket;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Insight;
import io.ticketwire.event.Json;

/**
 * An insight in short, as a list of tickets shows it.
 *
 * @param sentiment its label
 * @param hostility its level
 * @param priority that the words ask for
 * @param escalation the score
 * @param language its code
 * @param at when the message was written, by the source's clock
 */
record InsightSummary(
        String sentiment,
        String hostility,
        String priority,
        String category,
        int escalation,
        String language,
        Instant at) {

    /** @param insight JSON of an {@link Insight} */
    static JsonNode of(String insight, Instant at) {
        Insight read = Json.read(insight, Insight.class);
        return Json.mapper()
                .valueToTree(new InsightSummary(
                        read.sentiment().label(),
                        read.hostility().level(),
                        read.urgency().priority(),
                        read.category().label(),
                        read.escalation().score(),
                        read.language().code(),
                        at));
    }
}
