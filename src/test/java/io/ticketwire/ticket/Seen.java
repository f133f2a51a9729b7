package io.ticketwire.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketwire.event.Completeness;
import io.ticketwire.event.Ids;
import io.ticketwire.event.TicketObservation;

/** Observations of the ticket 12345, which say nothing but what a test says. */
final class Seen {

    static final UUID CONNECTOR = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");
    static final UUID TICKET = Ids.ticket(CONNECTOR, "12345");

    private String connector = "Acme Zendesk";
    private String subject;
    private String status;
    private String priority;
    private List<String> tags;
    private Instant createdAt;
    private Instant updatedAt;
    private boolean deleted;
    private Completeness completeness;

    static Seen ticket() {
        return new Seen();
    }

    Seen connector(String value) {
        connector = value;
        return this;
    }

    Seen subject(String value) {
        subject = value;
        return this;
    }

    Seen status(String value) {
        status = value;
        return this;
    }

    Seen priority(String value) {
        priority = value;
        return this;
    }

    Seen tags(String... values) {
        tags = List.of(values);
        return this;
    }

    Seen createdAt(String value) {
        createdAt = Instant.parse(value);
        return this;
    }

    Seen updatedAt(String value) {
        updatedAt = Instant.parse(value);
        return this;
    }

    Seen deleted() {
        deleted = true;
        return this;
    }

    Seen completeness(Completeness value) {
        completeness = value;
        return this;
    }

    TicketObservation get() {
        return new TicketObservation(
                TICKET,
                "12345",
                connector,
                "zendesk",
                subject,
                null,
                status,
                priority,
                null,
                null,
                null,
                null,
                null,
                tags,
                null,
                createdAt,
                updatedAt,
                deleted,
                completeness);
    }
}
