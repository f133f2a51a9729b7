package io.ticketwire.intelligence;

import java.util.List;

import io.ticketwire.event.Insight;
import io.ticketwire.event.InsightWords;
import io.ticketwire.intelligence.escalation.EscalationPolicy;
import io.ticketwire.intelligence.escalation.Facts;
import io.ticketwire.intelligence.escalation.Mention;
import io.ticketwire.intelligence.escalation.Trend;
import io.ticketwire.intelligence.history.Past;

/**
 * What a message says by itself, whatever was before it.
 *
 * @param sentiment without a trend
 * @param urgency without a comparison
 * @param mentions what speaks for an escalation
 * @param cleaned what the customer wrote in this message
 * @param model the weights that it was read with, e.g. {@code 2026.11-1}: of this reading, as others may be in force by now
 */
public record Reading(
        Insight.Language language,
        Insight.Sentiment sentiment,
        Insight.Hostility hostility,
        Insight.Urgency urgency,
        Insight.Category category,
        List<Mention> mentions,
        Insight.Entities entities,
        boolean spam,
        boolean autoReply,
        List<Insight.Explanation> explanations,
        String cleaned,
        String model) {

    /** How the sentiment stands to those before it in the ticket; null if it is the ticket's first. */
    Trend trend(Past past) {
        return past.trend(InsightWords.sentimentLevel(sentiment.label()));
    }

    /** How much speaks for handing the ticket up: of the message, and of what was before it. */
    Insight.Escalation escalation(Past past) {
        return EscalationPolicy.score(new Facts(
                mentions,
                sentiment.label(),
                trend(past),
                hostility.level(),
                urgency.priority(),
                past.contacts(),
                past.window(),
                past.reopened(),
                past.waiting()));
    }
}
