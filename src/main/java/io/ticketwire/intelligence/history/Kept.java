package io.ticketwire.intelligence.history;

import io.ticketwire.event.Insight;

/**
 * A message as it is kept.
 *
 * @param reply in a ticket, not the ticket's own text
 * @param subject null if it has none, or if its event is forgotten
 * @param text what the customer wrote, its beginning; null as above
 */
public record Kept(Read read, boolean reply, String subject, String text, Insight insight) {}
