package io.ticketwire.ingress.detect;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/** When a ticket, or a message in it, was made and changed. One per ticket. */
final class TimeReader {
    /** Of a time that is written twice, the exact form first. */
    private static final List<String> FORMS = List.of("value", "iso", "display_value", "valueCaption", "time");

    private final Candidate ticket;
    private final EventWords event;
    private final Values values;
    private final Instant now;

    TimeReader(Candidate ticket, EventWords event, Values values, Instant now) {
        this.ticket = ticket;
        this.event = event;
        this.values = values;
        this.now = now;
    }

    /** @param firstSight the payload can't be about a ticket of before, so that it was made when the payload was written */
    Instant created(boolean firstSight) {
        if (!ticket.isWrapped() && event.part()) {
            return null;
        }
        Instant created = time(ticket.fields(), Synonyms.CREATED, "created_at");
        if (created != null || !event.creation() && !(event.silent() && firstSight)) {
            return created;
        }
        for (int i = -1; created == null && i < ticket.parents().size(); i++) {
            Fields at = i < 0 ? ticket.fields() : ticket.parents().get(i);
            created = time(at, Synonyms.EVENT_TIME, "created_at");
        }
        return created;
    }

    Instant updated() {
        return time(ticket.fields(), Synonyms.UPDATED, "updated_at");
    }

    /** As the ticket says itself, without a warning. */
    Instant ticketMade() {
        return any(ticket.fields(), Synonyms.CREATED);
    }

    /** When a message in the ticket was written; null if it doesn't say so. */
    Instant written(Fields message) {
        Instant written = any(message, Synonyms.CREATED);
        return written == null ? any(message, Synonyms.EVENT_TIME) : written;
    }

    private Instant any(Fields at, List<String> names) {
        for (String name : names) {
            Instant time = Times.of(at.get(name), now);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private Instant time(Fields at, List<String> names, String field) {
        for (String name : names) {
            JsonNode value = at.get(name);
            Instant time = value == null ? null : of(value);
            if (time != null) {
                return time;
            }
            if (value != null && !value.isBoolean() && values.text(value, field) != null) {
                values.warn("no_time: " + field);
            }
        }
        return null;
    }

    private Instant of(JsonNode value) {
        Instant time = Times.of(value, now);
        for (int i = 0; time == null && value.isObject() && i < FORMS.size(); i++) {
            time = Times.of(value.get(FORMS.get(i)), now);
        }
        return time;
    }
}
