package io.ticketwire.ingress.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.TicketReading;

/**
 * Reads tickets out of the payload of any platform, told by nothing but the payload itself.
 *
 * <p>Takes every JSON and never throws; the work is bounded by the payload's size. Says {@link Nothing} rather than invent
 * a ticket: a push, an order or a contact is none. A list of at most 1,000 elements, or an object around one, is a batch; its
 * elements that are no ticket are counted in a warning of the first that is.
 */
public final class TicketDetector {
    private static final int MAX_BATCH = 1_000;
    private static final int MAX_ENVELOPES = 3;
    /** A ticket under one of these is one, also in an event about something else. */
    private static final Set<String> SURE_WRAPPERS = Set.of(
            "ticket", "issue", "case", "conversation", "incident", "work_item", "helpdesk_ticket", "support_ticket");

    public sealed interface Detection permits Tickets, Nothing {}

    /** At least one. */
    public record Tickets(List<TicketReading> tickets) implements Detection {
        public Tickets {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * Nothing that could be a ticket.
     *
     * @param reason no_object, empty_object, empty_array, batch_too_large, not_about_a_ticket or no_ticket
     * @param detail the same for people
     */
    public record Nothing(String reason, String detail) implements Detection {}

    private record Batch(JsonNode elements, String key, List<Fields> around) {}

    private TicketDetector() {}

    /**
     * What the payload says.
     *
     * @param root may be any JSON, also Java's null
     * @param now no time in the payload may lie more than a day after it
     */
    public static Detection detect(JsonNode root, Instant now) {
        if (root == null || !root.isContainerNode()) {
            return new Nothing("no_object", "The payload is neither an object nor a list.");
        }
        if (root.isArray()) {
            return batch(new Batch(root, "", List.of()), now);
        }
        if (root.isEmpty()) {
            return new Nothing("empty_object", "The payload has no fields.");
        }
        Batch batch = batchIn(root);
        return batch != null ? batch(batch, now) : one(root, "", List.of(), now);
    }

    /** A list of tickets at the root or in envelopes that hold nothing else that could be the ticket. */
    private static Batch batchIn(JsonNode root) {
        List<Fields> around = new ArrayList<>();
        JsonNode object = root;
        for (int level = 0; object != null && level < MAX_ENVELOPES; level++) {
            Fields fields = Fields.of(object);
            boolean ticketItself = fields.hasAny(Synonyms.SUBJECT)
                    || fields.namesTicket()
                    || fields.get("id") != null && fields.hasAny(Synonyms.DESCRIPTION) && fields.hasAny(Synonyms.STATUS)
                    || fields.hasAny(Synonyms.CUSTOMER)
                    || Synonyms.WRAPPERS.stream().map(fields::get).anyMatch(child -> child != null && child.isObject());
            if (ticketItself) {
                return null;
            }
            around.add(0, fields);
            for (String key : Synonyms.LISTS) {
                JsonNode list = fields.get(key);
                if (list != null && list.isArray() && list.path(0).isObject()) {
                    return new Batch(list, key, List.copyOf(around));
                }
            }
            object = Stream.of("data", "payload", "body", "result")
                    .map(fields::get)
                    .filter(child -> child != null && child.isObject())
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private static Detection batch(Batch batch, Instant now) {
        int size = batch.elements().size();
        if (size == 0) {
            return new Nothing("empty_array", "The list is empty.");
        }
        if (size > MAX_BATCH) {
            return new Nothing(
                    "batch_too_large", "The list has " + size + " elements; at most " + MAX_BATCH + " are read.");
        }
        List<TicketReading> tickets = new ArrayList<>();
        Nothing first = null;
        for (JsonNode element : batch.elements()) {
            Detection detection = element.isObject()
                    ? one(element, singular(batch.key()), batch.around(), now)
                    : new Nothing("no_ticket", "An element of the list is no object.");
            if (detection instanceof Tickets found) {
                tickets.addAll(found.tickets());
            } else if (first == null && detection instanceof Nothing nothing) {
                first = nothing;
            }
        }
        return tickets.isEmpty() ? first : new Tickets(withSkipped(tickets, size - tickets.size(), size));
    }

    private static String singular(String listKey) {
        return Synonyms.TICKET_LISTS.contains(listKey) ? listKey.substring(0, listKey.length() - 1) : listKey;
    }

    private static List<TicketReading> withSkipped(List<TicketReading> tickets, int skipped, int size) {
        if (skipped > 0) {
            tickets.set(0, tickets.get(0).withWarning("no_ticket: " + skipped + " of " + size + " elements"));
        }
        return tickets;
    }

    private static Detection one(JsonNode root, String key, List<Fields> around, Instant now) {
        Candidate ticket = TicketFinder.find(root, key, around);
        EventWords event = ticket == null
                ? EventWords.ofNoTicket(Fields.of(root), around)
                : EventWords.of(ticket.fields(), ticket.parents());
        if (isAboutSomethingElse(ticket, event)) {
            return new Nothing("not_about_a_ticket", "The event's name or form says that it is about something else.");
        }
        if (ticket == null) {
            return new Nothing("no_ticket", "No object has the fields of a ticket.");
        }
        TicketReading reading = FieldReader.read(ticket, event, now);
        return isTicket(reading, ticket, event)
                ? new Tickets(List.of(reading))
                : new Nothing("no_ticket", "No object has an id or a subject and enough other fields of a ticket.");
    }

    private static boolean isAboutSomethingElse(Candidate ticket, EventWords event) {
        if (event.no() == EventWords.No.NEVER) {
            return true;
        }
        if (ticket != null && ticket.fields().get("pull_request") != null) {
            return true;
        }
        boolean sure = ticket != null
                && SURE_WRAPPERS.contains(ticket.key())
                && (ticket.fields().hasAny(Synonyms.SUBJECT) || ticket.fields().hasAny(Synonyms.STATUS));
        return event.no() == EventWords.No.UNLESS_WRAPPED && !sure;
    }

    /** An id or a subject; and either a word that says ticket, or two more signs of one that a person's record has not. */
    private static boolean isTicket(TicketReading reading, Candidate ticket, EventWords event) {
        if (reading.externalId() == null && reading.subject() == null) {
            return false;
        }
        if (ticket.isWrapped() || event.ticket() || ticket.fields().namesTicket() || ticket.isTyped()) {
            return true;
        }
        if (reading.subject() == null
                && reading.description() == null
                && ticket.fields().looksLikePerson()) {
            return false;
        }
        if (reading.externalId() != null && reading.subject() != null && isAlike(ticket, event)) {
            return true;
        }
        if (!ticket.fields().hasAny(Synonyms.SUBJECT) && reading.subject() != null && !isWorkedOn(ticket, reading)) {
            return false;
        }
        String customer = reading.customerEmail() == null ? reading.customerName() : reading.customerEmail();
        return Stream.of(reading.subject(), reading.description(), reading.rawStatus(), reading.rawPriority(), customer)
                        .filter(field -> field != null)
                        .count()
                >= 2;
    }

    /** A name and a description have labels, versions and products, too. */
    private static boolean isWorkedOn(Candidate ticket, TicketReading reading) {
        return reading.rawPriority() != null
                || reading.customerName() != null
                || reading.customerEmail() != null
                || ticket.fields().mentions(Synonyms.ASSIGNEE);
    }

    private static boolean isAlike(Candidate ticket, EventWords event) {
        return Synonyms.ALIKE.contains(ticket.key()) || event.alike();
    }
}
