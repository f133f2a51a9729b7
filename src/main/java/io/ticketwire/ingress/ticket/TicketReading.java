package io.ticketwire.ingress.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.ticketwire.event.Completeness;

/**
 * What one ticket payload says. Null means that the source does not give it, never that a default was taken.
 *
 * @param status new, open, pending, on_hold, resolved or closed; null if {@code rawStatus} is no word we know
 * @param priority low, medium, high or urgent; null if {@code rawPriority} is no word we know
 * @param customerEmail lower case, checked
 * @param tags never null; empty and not {@code tagsGiven} if the payload says nothing about tags
 * @param rawStatus the source's own word or number
 * @param deleted the source says that the ticket is gone
 * @param completeness null if the platform can't be asked for more
 * @param confidence share of the eight main fields found, 0 to 1; below 0.5 somebody should look
 * @param warnings what was seen and not used, as {@code code} or {@code code: field}
 */
public record TicketReading(
        String externalId,
        String subject,
        String description,
        String status,
        String priority,
        String customerName,
        String customerEmail,
        String assignee,
        String category,
        String channel,
        List<String> tags,
        boolean tagsGiven,
        String url,
        Instant createdAt,
        Instant updatedAt,
        String rawStatus,
        String rawPriority,
        boolean deleted,
        Completeness completeness,
        double confidence,
        List<String> warnings) {

    public TicketReading {
        tags = List.copyOf(tags);
        warnings = List.copyOf(warnings);
    }

    /** The same with one more warning. */
    public TicketReading withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return with(externalId, more);
    }

    /** The same of the ticket of this id, for a sender that says which one it is. */
    public TicketReading withExternalId(String id) {
        return with(id, warnings);
    }

    private TicketReading with(String id, List<String> warnings) {
        return new TicketReading(
                id,
                subject,
                description,
                status,
                priority,
                customerName,
                customerEmail,
                assignee,
                category,
                channel,
                tags,
                tagsGiven,
                url,
                createdAt,
                updatedAt,
                rawStatus,
                rawPriority,
                deleted,
                completeness,
                confidence,
                warnings);
    }
}
