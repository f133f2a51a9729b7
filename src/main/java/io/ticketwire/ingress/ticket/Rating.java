package io.ticketwire.ingress.ticket;

import java.time.Instant;

/**
 * What a customer thinks of the support, in the words of {@code feedback.received}.
 *
 * @param id the source's; null if it gives none
 * @param rating in the source's own scale, as text
 * @param comment plain text; null if the customer left none
 */
public record Rating(String id, String rating, String comment, String customerEmail, Instant createdAt) {}
