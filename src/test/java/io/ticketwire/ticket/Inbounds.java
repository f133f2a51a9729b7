package io.ticketwire.ticket;

import java.time.Instant;
import java.util.UUID;

import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Records of the inbound topic. */
final class Inbounds {

    static final Instant NINE = Instant.parse("2026-07-01T09:00:00.000412Z");

    private Inbounds() {}

    /** A ticket whose sender gives no event id. */
    static Inbound observed(Seen seen, Instant receivedAt) {
        byte[] body = Json.bytes(seen.get());
        UUID id = Ids.of(Seen.CONNECTOR, new String(body, UTF_8));
        return inbound(id, Repeat.BY_BODY, InboundType.TICKET_OBSERVED, Seen.TICKET, body, receivedAt);
    }

    /** A ticket whose sender names the event. */
    static Inbound observed(Seen seen, String eventId, Instant receivedAt) {
        UUID id = Ids.event(Seen.CONNECTOR, eventId);
        byte[] body = Json.bytes(seen.get());
        return inbound(id, Repeat.BY_EVENT_ID, InboundType.TICKET_OBSERVED, Seen.TICKET, body, receivedAt);
    }

    /** Anything else, told apart by its body. */
    static Inbound of(String type, UUID subject, String value, Instant receivedAt) {
        UUID id = Ids.of(Seen.CONNECTOR, type + value);
        return inbound(id, Repeat.BY_BODY, type, subject, value.getBytes(UTF_8), receivedAt);
    }

    private static Inbound inbound(
            UUID id, Repeat repeat, String type, UUID subject, byte[] value, Instant receivedAt) {
        Event event = new Event(
                id,
                type,
                Event.connectorSource(Seen.CONNECTOR),
                subject.toString(),
                receivedAt,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                receivedAt,
                true,
                value);
        return new Inbound(0, event, repeat, id, null, null);
    }
}
