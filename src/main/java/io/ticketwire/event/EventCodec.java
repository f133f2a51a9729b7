package io.ticketwire.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Events to Kafka records and back: CloudEvents 1.0, binary content mode of the Kafka protocol binding. */
public final class EventCodec {

    private static final byte[] SPEC_1_0 = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private EventCodec() {}

    /** The record that carries the event. */
    public static ProducerRecord<String, byte[]> encode(String topic, String key, Event event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, event.data());
        Headers headers = message.headers();
        headers.add(EventHeaders.SPEC_VERSION, SPEC_1_0);
        headers.add(EventHeaders.CONTENT_TYPE, JSON);
        put(headers, EventHeaders.ID, event.id().toString());
        put(headers, EventHeaders.TYPE, event.type());
        put(headers, EventHeaders.SOURCE, event.source());
        put(headers, EventHeaders.SUBJECT, event.subject());
        put(headers, EventHeaders.TIME, Json.time(event.time()));
        EventType.of(event.type()).ifPresent(type -> put(headers, EventHeaders.DATA_SCHEMA, type.dataSchema()));
        put(headers, EventHeaders.TRACE_PARENT, event.traceparent());
        put(headers, EventHeaders.RECEIVED_AT, event.receivedAt().toString());
        put(headers, EventHeaders.VERIFIED, Boolean.toString(event.verified()));
        return message;
    }

    /**
     * The event in a record; empty if it carries none that we can read: public topics are open to other producers, and
     * an undecodable record is a case, not an accident.
     */
    public static Optional<Event> decode(ConsumerRecord<String, byte[]> message) {
        try {
            Headers headers = message.headers();
            return Optional.of(new Event(
                    UUID.fromString(get(headers, EventHeaders.ID)),
                    get(headers, EventHeaders.TYPE),
                    get(headers, EventHeaders.SOURCE),
                    get(headers, EventHeaders.SUBJECT),
                    Instant.parse(get(headers, EventHeaders.TIME)),
                    get(headers, EventHeaders.TRACE_PARENT),
                    Instant.parse(get(headers, EventHeaders.RECEIVED_AT)),
                    Boolean.parseBoolean(find(headers, EventHeaders.VERIFIED)),
                    requireValue(message.value())));
        } catch (RuntimeException undecodable) {
            return Optional.empty();
        }
    }

    /** Adds a header as text. */
    public static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    /** The header as text, or null. */
    public static String find(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** The header as text; one that has to be there. */
    static String get(Headers headers, String name) {
        String value = find(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }

    static byte[] requireValue(byte[] value) {
        if (value == null) {
            throw new IllegalArgumentException("no value");
        }
        return value;
    }
}
