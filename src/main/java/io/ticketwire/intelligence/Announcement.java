package io.ticketwire.intelligence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Insight;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.intelligence.history.Alarm;

/**
 * What is told of a finding, through the inbound topic like everything that happens. Ids follow from the message's event, so
 * a message that is read twice is told of once.
 */
final class Announcement {

    /** Who escalates. */
    static final String BY = "intelligence";

    private Announcement() {}

    /** The records, the alarm first: whoever keeps the insight finds it in the log. */
    static List<ProducerRecord<String, byte[]>> of(Finding finding, String topic) {
        return Stream.concat(
                        finding.alarm().map(alarm -> escalated(finding, alarm)).stream(),
                        Stream.ofNullable(finding.insight()).map(insight -> analyzed(finding, insight)))
                .map(event -> message(topic, event))
                .toList();
    }

    private static Event analyzed(Finding finding, Insight insight) {
        Event cause = finding.heard().event();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ticket", ticket(finding));
        value.put("insight", insight);
        String type = EventType.TICKET_ANALYZED.type();
        return event(finding, Ids.of(cause.id(), type), type, value);
    }

    private static Event escalated(Finding finding, Alarm alarm) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ticket", ticket(finding));
        value.put("reason", alarm.reason());
        value.put("by", BY);
        UUID id = alarm.kind().eventId(finding.heard().event().id());
        return event(finding, id, EventType.TICKET_ESCALATED.type(), value);
    }

    /** The tracker knows the rest. */
    private static Map<String, UUID> ticket(Finding finding) {
        return Map.of("id", finding.heard().origin().ticketId());
    }

    private static Event event(Finding finding, UUID id, String type, Object value) {
        Event cause = finding.heard().event();
        return new Event(
                id,
                type,
                cause.source(),
                finding.heard().origin().ticketId().toString(),
                cause.time(),
                cause.traceparent(),
                cause.receivedAt(),
                cause.verified(),
                Json.bytes(value));
    }

    private static ProducerRecord<String, byte[]> message(String topic, Event event) {
        ProducerRecord<String, byte[]> message = EventCodec.encode(topic, event.subject(), event);
        EventCodec.put(message.headers(), EventHeaders.REPEAT, Repeat.BY_EVENT_ID.name());
        return message;
    }
}
