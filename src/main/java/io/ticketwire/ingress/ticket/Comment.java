package io.ticketwire.ingress.ticket;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What somebody wrote into a ticket, in the words of {@code conversation.added}.
 *
 * @param id the source's; null if it gives none
 * @param authorType {@link #CUSTOMER}, {@link #AGENT}, {@link #BOT}; null if the source does not say
 * @param text plain text
 * @param isPublic whether the customer sees it; null if the source does not say
 */
public record Comment(
        String id,
        String authorName,
        String authorEmail,
        String authorType,
        String text,
        @JsonProperty("public") Boolean isPublic,
        Instant createdAt) {

    public static final String CUSTOMER = "customer";
    public static final String AGENT = "agent";
    public static final String BOT = "bot";
}
