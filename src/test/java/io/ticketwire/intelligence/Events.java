package io.ticketwire.intelligence;

import java.time.Instant;
import java.util.UUID;

import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Events of one ticket. */
public final class Events {

    public static final UUID CONNECTOR = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");
    public static final UUID TICKET = Ids.ticket(CONNECTOR, "12345");
    public static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    private Events() {}

    /** An event whose id follows from what it says. */
    public static Event of(String type, String value) {
        return new Event(
                Ids.of(TICKET, type + value),
                type,
                Event.connectorSource(CONNECTOR),
                TICKET.toString(),
                NINE,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                NINE.plusMillis(412),
                true,
                value.getBytes(UTF_8));
    }

    /** The same, written and received then. */
    public static Event at(Instant time, Instant receivedAt, Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                time,
                event.traceparent(),
                receivedAt,
                event.verified(),
                event.data());
    }

    /** A new ticket; the texts are JSON. */
    public static Event created(String subject, String description) {
        return of("ticket.created", "{\"ticket\":" + ticket(subject, description) + "}");
    }

    /** A new ticket of another id. */
    public static Event createdAs(String externalId, String subject, String description) {
        UUID id = Ids.ticket(CONNECTOR, externalId);
        return of(
                "ticket.created",
                "{\"ticket\":{\"id\":\"%s\",\"subject\":\"%s\",\"description\":\"%s\"}}"
                        .formatted(id, subject, description));
    }

    /** A ticket of which these fields have changed. */
    public static Event updated(String... fields) {
        return changed("ticket.updated", fields);
    }

    /** The same, told as another event: that of a change of status takes the place of the update. */
    public static Event changed(String type, String... fields) {
        StringBuilder changes = new StringBuilder();
        for (String field : fields) {
            changes.append(changes.isEmpty() ? "" : ",")
                    .append('"')
                    .append(field)
                    .append("\":{\"from\":null,\"to\":1}");
        }
        return of(
                type, "{\"ticket\":%s,\"changes\":{%s}}".formatted(ticket("\"Login\"", "\"Does not work\""), changes));
    }

    /** A reply in the ticket of {@code Dana@customer.com}; {@code more} are further fields. */
    public static Event reply(String more) {
        return of(
                "conversation.added",
                "{\"ticket\":%s,\"conversation\":{\"text\":\"Any news?\"%s}}"
                        .formatted(ticket("\"Login\"", null), more.isEmpty() ? "" : "," + more));
    }

    private static String ticket(String subject, String description) {
        return "{\"id\":\"%s\",\"subject\":%s,\"description\":%s,\"priority\":\"high\",\"customer_email\":\"Dana@customer.com\"}"
                .formatted(TICKET, subject, description);
    }
}
