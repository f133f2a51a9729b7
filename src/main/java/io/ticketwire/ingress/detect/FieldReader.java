package io.ticketwire.ingress.detect;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.PlainText;

/** Reads one ticket out of its object and what lies around it. One per ticket. */
final class FieldReader {
    private static final int MAX_SUBJECT = 1_000;
    private static final double MAIN_FIELDS = 8;

    private final Candidate ticket;
    private final Fields fields;
    private final EventWords event;
    private final Instant now;
    private final Values values = new Values();

    private FieldReader(Candidate ticket, EventWords event, Instant now) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.event = event;
        this.now = now;
    }

    static TicketReading read(Candidate ticket, EventWords event, Instant now) {
        return new FieldReader(ticket, event, now).read();
    }

    private TicketReading read() {
        return ticket.isPart() ? part() : whole();
    }

    /** Of a comment's ticket nothing is known but its id, and at times its customer. */
    private TicketReading part() {
        StateReader.State none = new StateReader.State(null, null);
        Person customer = CustomerReader.readNamed(ticket, values);
        return reading(new Parts(IdReader.read(ticket, values), null, null, none, none, customer, null, null));
    }

    private TicketReading whole() {
        StateReader states = new StateReader(fields, values);
        TimeReader times = new TimeReader(ticket, event, values, now);
        String id = IdReader.read(ticket, values);
        StateReader.State status = states.status();
        if (ticket.truncated()) {
            values.warn("too_large: payload");
        }
        return reading(new Parts(
                id,
                subject(),
                DescriptionReader.read(ticket, event, times, values),
                status,
                states.priority(),
                CustomerReader.read(ticket, values),
                times.created(id == null && status.raw() == null),
                times.updated()));
    }

    private record Parts(
            String id,
            String subject,
            String description,
            StateReader.State status,
            StateReader.State priority,
            Person customer,
            Instant created,
            Instant updated) {
        double confidence() {
            Object known = customer.isNobody() ? null : customer;
            return Stream.of(id, subject, description, status.ours(), priority.ours(), known, created, updated)
                            .filter(field -> field != null)
                            .count()
                    / MAIN_FIELDS;
        }
    }

    private TicketReading reading(Parts parts) {
        boolean whole = !ticket.isPart();
        TagReader.Tags tags = whole ? TagReader.read(ticket, values) : TagReader.NONE;
        String rawStatus = parts.status().raw();
        return new TicketReading(
                parts.id(),
                parts.subject(),
                parts.description(),
                parts.status().ours(),
                parts.priority().ours(),
                parts.customer().name(),
                parts.customer().email(),
                whole ? assignee(parts.customer()) : null,
                whole ? KindReader.category(ticket, values) : null,
                whole ? KindReader.channel(ticket, values) : null,
                tags.tags(),
                tags.given(),
                whole ? LinkReader.read(ticket, parts.id(), values) : null,
                parts.created(),
                parts.updated(),
                rawStatus,
                parts.priority().raw(),
                whole && (event.deletion() || StatusWords.isDeletion(rawStatus) || saysDeleted()),
                null,
                parts.confidence(),
                values.warnings());
    }

    /** An owner may be who made the ticket. */
    private String assignee(Person customer) {
        String assignee = AssigneeReader.read(ticket, values);
        return assignee != null && assignee.equalsIgnoreCase(customer.email()) ? null : assignee;
    }

    private String subject() {
        for (String name : Synonyms.SUBJECT) {
            String subject = title(fields.get(name));
            if (subject != null && !subject.startsWith("zen:")) {
                return subject;
            }
        }
        JsonNode topic = fields.get("topic");
        if (topic != null && !EventWords.looksLikeEvent(topic)) {
            return title(topic);
        }
        String name = fields.looksLikePerson() || isFormField("name") ? null : title(fields.get("name"));
        return name == null ? headline() : name;
    }

    /** What is short because the whole stands beside it: an alert's message (Opsgenie), Remedy's description. */
    private String headline() {
        if (fields.get("description") == null) {
            return null;
        }
        boolean whole = fields.get("detailed_description") != null || fields.get("detailed_decription") != null;
        JsonNode line = fields.get(whole ? "description" : "message");
        return line != null && line.isTextual() ? title(line) : null;
    }

    /** Somebody's name, because his or her address stands beside it. */
    private boolean isFormField(String name) {
        return fields.get(name) != null && (fields.hasAny(Synonyms.EMAIL) || fields.get("from") != null);
    }

    private String title(JsonNode value) {
        String text = value == null || value.isBoolean() ? null : values.text(value, "subject");
        return text == null ? null : values.line(PlainText.of(text), "subject", MAX_SUBJECT);
    }

    private boolean saysDeleted() {
        for (String flag : List.of("deleted", "is_deleted")) {
            JsonNode value = fields.get(flag);
            if (value != null && value.isBoolean() && value.booleanValue()) {
                return true;
            }
        }
        return Times.of(fields.get("deleted_at"), now) != null;
    }
}
