package io.ticketwire.event;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was read in a message of a ticket: the value of {@code ticket.analyzed}, beside the ticket in short.
 *
 * @param ticketId null where nothing is stored, as by {@code POST /api/v1/intelligence/analyze}
 * @param eventId of the event that brought the message; null as above
 * @param similar tickets of the same connector, most similar first
 * @param spam nobody of ours asked for it, and nobody needs an answer
 * @param autoReply a machine wrote it
 * @param explanations what in the text speaks for what, strongest first
 * @param model which weights read it, e.g. {@code 2026.11-1}
 * @param tookMs how long reading took, in milliseconds
 */
public record Insight(
        UUID ticketId,
        UUID eventId,
        Language language,
        Sentiment sentiment,
        Hostility hostility,
        Urgency urgency,
        Category category,
        Escalation escalation,
        List<Similar> similar,
        Entities entities,
        boolean spam,
        boolean autoReply,
        List<Explanation> explanations,
        String model,
        double tookMs) {

    /**
     * @param code ISO 639-1, or {@code und}
     * @param confidence from 0 to 1
     */
    public record Language(String code, double confidence) {}

    /**
     * @param score from -1 (very negative) to 1 (very positive)
     * @param label very_negative, negative, neutral, positive or very_positive
     * @param confidence in the label, from 0 to 1
     * @param trend within the ticket: falling, steady or rising; null where nothing is known of the ticket
     */
    public record Sentiment(double score, String label, double confidence, String trend) {}

    /**
     * @param level none, frustrated or hostile
     * @param score how hostile, from 0 to 1
     * @param confidence in the level, from 0 to 1
     */
    public record Hostility(String level, double score, double confidence) {}

    /**
     * @param priority low, medium, high or urgent, as the words have it
     * @param confidence from 0 to 1
     * @param differsFromSet whether the ticket has another one; null if it has none
     */
    public record Urgency(String priority, double confidence, Boolean differsFromSet) {}

    /** @param confidence from 0 to 1 */
    public record Category(String label, double confidence) {}

    /**
     * A score by rules, no probability.
     *
     * @param score from 0 to 100
     * @param reasons in words for people, what weighs most first
     */
    public record Escalation(int score, List<String> reasons) {}

    /**
     * @param score from 0 to 1
     * @param kind duplicate or similar
     */
    public record Similar(UUID ticketId, double score, String kind) {}

    /** What a text names, each once, in its order; as it was written. */
    public record Entities(
            List<String> emails, List<String> phones, List<String> orderIds, List<String> urls, List<String> amounts) {}

    /**
     * Words that speak for a verdict.
     *
     * @param about sentiment, hostility, urgency, category or escalation
     * @param text the words as they were written
     * @param weight how much; to be compared within the same verdict only
     * @param start their first character in the original text, in UTF-16 units
     * @param end the character after their last
     * @param in where they stand: {@code subject}; absent if in the text
     */
    public record Explanation(
            @JsonProperty("for") String about,
            String text,
            double weight,
            int start,
            int end,
            @JsonInclude(JsonInclude.Include.NON_NULL) String in) {}
}
