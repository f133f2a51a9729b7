package io.ticketwire.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ticketwire.event.Completeness;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketStatus;

/**
 * What an observation means for a ticket: a pure function.
 *
 * <pre>
 *                 first sight                something changed
 *   (unknown) ----ticket.created----> known ----ticket.updated----+
 *                                    |  ^ ^                       |
 *             became resolved, closed|  | +-----------------------+
 *                    ticket.resolved |  | left resolved, closed
 *                                    v  | ticket.reopened
 *                                  finished
 *
 *   any --gone at the source: ticket.deleted--> deleted --seen again: ticket.reopened--> known
 * </pre>
 */
final class Lifecycle {

    private static final Map<String, Function<Ticket, Object>> FIELDS = fields();

    private Lifecycle() {}

    private static Map<String, Function<Ticket, Object>> fields() {
        Map<String, Function<Ticket, Object>> fields = new LinkedHashMap<>();
        fields.put("subject", Ticket::subject);
        fields.put("description", Ticket::description);
        fields.put("status", Ticket::status);
        fields.put("priority", Ticket::priority);
        fields.put("customer_name", Ticket::customerName);
        fields.put("customer_email", Ticket::customerEmail);
        fields.put("assignee", Ticket::assignee);
        fields.put("category", Ticket::category);
        fields.put("channel", Ticket::channel);
        fields.put("tags", Ticket::tags);
        fields.put("url", Ticket::url);
        return fields;
    }

    /**
     * Decides.
     *
     * @param known null if the ticket was never seen
     * @param number gives a ticket number, if one is needed
     */
    static Transition next(Known known, TicketObservation seen, UUID connectorId, Supplier<String> number) {
        if (known == null) {
            return seen.deleted() || seen.connector() == null
                    ? new Transition.Ignored()
                    : new Transition.Happened(
                            EventType.TICKET_CREATED,
                            new Known(merge(blank(seen, connectorId, number.get()), seen), false),
                            Map.of());
        }
        if (known.deleted() && seen.connector() == null) {
            return new Transition.Ignored(); // only its source can bring a ticket back
        }
        if (older(seen.updatedAt(), known.ticket().updatedAt())) {
            return new Transition.Ignored();
        }
        Ticket now = merge(known.ticket(), seen);
        if (seen.deleted()) {
            return known.deleted()
                    ? new Transition.Ignored()
                    : new Transition.Happened(EventType.TICKET_DELETED, known.gone(now), Map.of());
        }
        return compare(known, now);
    }

    private static Transition compare(Known known, Ticket now) {
        Map<String, Transition.Change> changes = changes(known.ticket(), now);
        if (known.deleted()) {
            changes.put("deleted", new Transition.Change(true, false));
            return new Transition.Happened(EventType.TICKET_REOPENED, known.again(now), changes);
        }
        if (changes.isEmpty()) {
            return new Transition.Silent(known.now(now));
        }
        EventType type = type(known.ticket().status(), now.status());
        return new Transition.Happened(
                type, type == EventType.TICKET_REOPENED ? known.again(now) : known.now(now), changes);
    }

    private static EventType type(String from, String to) {
        boolean was = TicketStatus.finished(from);
        boolean is = TicketStatus.finished(to);
        if (was == is) {
            return EventType.TICKET_UPDATED;
        }
        return is ? EventType.TICKET_RESOLVED : EventType.TICKET_REOPENED;
    }

    private static boolean older(Instant seen, Instant known) {
        return seen != null && known != null && seen.isBefore(known);
    }

    private static Map<String, Transition.Change> changes(Ticket from, Ticket to) {
        Map<String, Transition.Change> changes = new LinkedHashMap<>();
        FIELDS.forEach((name, field) -> {
            if (!Objects.equals(field.apply(from), field.apply(to))) {
                changes.put(name, new Transition.Change(field.apply(from), field.apply(to)));
            }
        });
        return changes;
    }

    private static Ticket blank(TicketObservation seen, UUID connectorId, String number) {
        return new Ticket(
                seen.ticketId(),
                seen.externalId(),
                number,
                connectorId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                needsEnrichment(seen, seen.completeness() == Completeness.PARTIAL));
    }

    private static Ticket merge(Ticket known, TicketObservation seen) {
        return new Ticket(
                known.id(),
                known.externalId(),
                known.ticketNumber(),
                known.connectorId(),
                or(seen.connector(), known.connector()),
                or(seen.platform(), known.platform()),
                or(seen.subject(), known.subject()),
                or(seen.description(), known.description()),
                or(seen.status(), known.status()),
                or(seen.priority(), known.priority()),
                or(seen.customerName(), known.customerName()),
                or(seen.customerEmail(), known.customerEmail()),
                or(seen.assignee(), known.assignee()),
                or(seen.category(), known.category()),
                or(seen.channel(), known.channel()),
                or(seen.tags(), known.tags()),
                or(seen.url(), known.url()),
                or(known.createdAt(), seen.createdAt()),
                or(seen.updatedAt(), known.updatedAt()),
                needsEnrichment(seen, known.needsEnrichment()));
    }

    private static boolean needsEnrichment(TicketObservation seen, boolean before) {
        return seen.completeness() == Completeness.THIN || before && seen.completeness() != Completeness.COMPLETE;
    }

    private static <T> T or(T first, T second) {
        return first != null ? first : second;
    }
}
