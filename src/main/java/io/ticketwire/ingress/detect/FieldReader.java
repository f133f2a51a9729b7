package io.ticketwire.ingress.detect;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.text.PlainText;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/** Reads one ticket out of its object and what lies around it. One per ticket. */
final class FieldReader {
    private static final int MAX_SUBJECT = 1_000;
    private static final Pattern JIRA_KEY = Pattern.compile("[A-Z][A-Z0-9_]+-\\d+");
    private static final Pattern EVENT_ID = Pattern.compile("(?:evt|event|notif|whk|req)_.*");
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
        return ticket.isPart() ? idOnly() : whole();
    }

    private TicketReading idOnly() {
        return new TicketReading(
                id(),
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
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                1 / MAIN_FIELDS,
                values.warnings());
    }

    private TicketReading whole() {
        StateReader states = new StateReader(fields, values);
        StateReader.State status = states.status();
        StateReader.State priority = states.priority();
        Person customer = CustomerReader.read(ticket, values);
        TagReader.Tags tags = TagReader.read(ticket, values);
        String id = id();
        String subject = subject();
        String description = DescriptionReader.read(ticket, event, values, now);
        Instant created = created();
        Instant updated = time(fields, Synonyms.UPDATED, "updated_at");
        if (ticket.truncated()) {
            values.warn("too_large: payload");
        }
        Object customerKnown = customer.isNobody() ? null : customer;
        double confidence =
                Stream.of(id, subject, description, status.ours(), priority.ours(), customerKnown, created, updated)
                                .filter(field -> field != null)
                                .count()
                        / MAIN_FIELDS;
        return new TicketReading(
                id,
                subject,
                description,
                status.ours(),
                priority.ours(),
                customer.name(),
                customer.email(),
                AssigneeReader.read(ticket, values),
                KindReader.category(fields, values),
                KindReader.channel(fields, values),
                tags.tags(),
                tags.given(),
                LinkReader.read(ticket, values),
                created,
                updated,
                status.raw(),
                priority.raw(),
                event.deletion() || StatusWords.isDeletion(status.raw()) || saysDeleted(),
                null,
                confidence,
                values.warnings());
    }

    private String id() {
        JsonNode key = fields.get("key");
        if (key != null && key.isTextual() && JIRA_KEY.matcher(key.textValue()).matches()) {
            return values.id(key);
        }
        for (String name : Synonyms.ID) {
            String id = values.id(fields.get(name));
            if (id != null && !EVENT_ID.matcher(id).matches()) {
                return id;
            }
        }
        for (Fields parent : ticket.parents()) {
            for (String name : Synonyms.EXPLICIT_ID) {
                String id = values.id(parent.get(name));
                if (id != null) {
                    return id;
                }
            }
        }
        return null;
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
        return fields.looksLikePerson() || isFormField("name") ? null : title(fields.get("name"));
    }

    /** Somebody's name, because his or her address stands beside it. */
    private boolean isFormField(String name) {
        return fields.get(name) != null && (fields.hasAny(Synonyms.EMAIL) || fields.get("from") != null);
    }

    private String title(JsonNode value) {
        String text = value == null || value.isBoolean() ? null : values.text(value, "subject");
        return text == null ? null : values.line(PlainText.of(text), "subject", MAX_SUBJECT);
    }

    private Instant created() {
        if (!ticket.isWrapped() && event.part()) {
            return null;
        }
        Instant created = time(fields, Synonyms.CREATED, "created_at");
        if (created != null || !event.creation()) {
            return created;
        }
        for (int i = -1; created == null && i < ticket.parents().size(); i++) {
            created = time(i < 0 ? fields : ticket.parents().get(i), Synonyms.EVENT_TIME, "created_at");
        }
        return created;
    }

    private Instant time(Fields at, List<String> names, String field) {
        for (String name : names) {
            JsonNode value = at.get(name);
            JsonNode inner = value != null && value.isObject() ? Values.unwrapped(value) : value;
            Instant time = Times.of(inner, now);
            if (time != null) {
                return time;
            }
            if (inner != null && inner.isValueNode() && !inner.isBoolean() && values.text(inner, field) != null) {
                values.warn("no_time: " + field);
            }
        }
        return null;
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
