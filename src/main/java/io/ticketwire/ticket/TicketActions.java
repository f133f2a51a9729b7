package io.ticketwire.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.EventType;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.TraceParent;

/** What a caller of the API does to a ticket: it takes the way of everything that happens, through the inbound topic. */
@ApplicationScoped
public class TicketActions {

    private final EventPublisher publisher;
    private final Topics topics;

    TicketActions(EventPublisher publisher, Topics topics) {
        this.publisher = publisher;
        this.topics = topics;
    }

    /** Completes with the id of the event when it is durable. */
    Uni<UUID> resolve(Ticket ticket) {
        return publish(
                ticket, InboundType.TICKET_OBSERVED, TicketObservation.ofStatus(ticket.id(), TicketStatus.RESOLVED));
    }

    /** Completes with the id of the event when it is durable. */
    Uni<UUID> escalate(Ticket ticket, String reason, String by) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ticket", Map.of("id", ticket.id()));
        value.put("reason", reason);
        value.put("by", by);
        return publish(ticket, EventType.TICKET_ESCALATED.type(), value);
    }

    private Uni<UUID> publish(Ticket ticket, String type, Object value) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = UUID.randomUUID();
        Event event = new Event(
                id,
                type,
                Event.connectorSource(ticket.connectorId()),
                ticket.id().toString(),
                now,
                TraceParent.of(null),
                now,
                true,
                Json.bytes(value));
        ProducerRecord<String, byte[]> message =
                EventCodec.encode(topics.name(Topic.INBOUND), ticket.id().toString(), event);
        EventCodec.put(message.headers(), EventHeaders.REPEAT, Repeat.BY_EVENT_ID.name());
        return publisher.publish(message).replaceWith(id);
    }
}
