package io.ticketwire.intelligence;

import java.util.List;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.escalation.Mention;

/**
 * What a message says by itself, whatever was before it.
 *
 * @param sentiment without a trend
 * @param urgency without a comparison
 * @param mentions what speaks for an escalation
 * @param cleaned what the customer wrote in this message
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
        String cleaned) {}
