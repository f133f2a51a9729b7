package io.ticketwire.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Events to records and back. */
class EventCodecTest {

    private static final UUID CONNECTOR = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");
    private static final Event EVENT = new Event(
            Ids.event(CONNECTOR, "evt-1"),
            "ticket.created",
            Event.connectorSource(CONNECTOR),
            "täglich/12345",
            Instant.parse("2026-07-01T09:00:00.120Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Instant.parse("2026-07-01T09:00:01.000000412Z"),
            true,
            "{ \"ticket\" : {} }".getBytes(UTF_8));

    @Test
    void encodedEventIsReadBackAsItWas() {
        Event read = EventCodec.decode(received(EventCodec.encode("ticketwire.tickets", "k", EVENT)))
                .orElseThrow();

        assertArrayEquals(EVENT.data(), read.data());
        assertEquals(withData(EVENT, null), withData(read, null));
        assertEquals(CONNECTOR, read.connectorId());
    }

    @Test
    void recordCarriesCloudEventsAttributesInBinaryMode() {
        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", EVENT);

        assertEquals("k", encoded.key());
        assertEquals("1.0", header(encoded, "ce_specversion"));
        assertEquals("application/json", header(encoded, "content-type"));
        assertEquals(EVENT.id().toString(), header(encoded, "ce_id"));
        assertEquals("ticket.created", header(encoded, "ce_type"));
        assertEquals("/connectors/" + CONNECTOR, header(encoded, "ce_source"));
        assertEquals("täglich/12345", header(encoded, "ce_subject"));
        assertEquals("2026-07-01T09:00:00.120Z", header(encoded, "ce_time"));
        assertEquals("urn:ticketwire:schema:ticket:1", header(encoded, "ce_dataschema"));
        assertEquals("true", header(encoded, "ticketwire_verified"));
    }

    @Test
    void timeHasMillisecondsEvenWhenTheyAreZero() {
        Event onTheSecond = new Event(
                EVENT.id(),
                EVENT.type(),
                "/api",
                EVENT.subject(),
                Instant.parse("2026-07-01T09:00:00Z"),
                EVENT.traceparent(),
                EVENT.receivedAt(),
                false,
                EVENT.data());

        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", onTheSecond);

        assertEquals("2026-07-01T09:00:00.000Z", header(encoded, "ce_time"));
        assertNull(EventCodec.decode(received(encoded)).orElseThrow().connectorId());
    }

    @Test
    void typeOfALaterVersionIsCarriedWithoutASchema() {
        Event later = new Event(
                EVENT.id(),
                "ticket.merged",
                EVENT.source(),
                EVENT.subject(),
                EVENT.time(),
                EVENT.traceparent(),
                EVENT.receivedAt(),
                true,
                EVENT.data());

        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", later);

        assertNull(encoded.headers().lastHeader(EventHeaders.DATA_SCHEMA));
        assertEquals(
                "ticket.merged",
                EventCodec.decode(received(encoded)).orElseThrow().type());
    }

    @Test
    void recordWithoutHeadersHoldsNoEvent() {
        ConsumerRecord<String, byte[]> bare = new ConsumerRecord<>("ticketwire.tickets", 0, 0, "k", EVENT.data());

        assertEquals(Optional.empty(), EventCodec.decode(bare));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ticketwire_received_at"})
    void recordWithoutANeededHeaderHoldsNoEvent(String needed) {
        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", EVENT);
        encoded.headers().remove(needed);

        assertTrue(EventCodec.decode(received(encoded)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ticketwire_received_at"})
    void recordWithAnUnreadableHeaderHoldsNoEvent(String header) {
        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", EVENT);
        encoded.headers().remove(header).add(header, "nonsense".getBytes(UTF_8));

        assertTrue(EventCodec.decode(received(encoded)).isEmpty());
    }

    @Test
    void recordWithoutAValueHoldsNoEvent() {
        ProducerRecord<String, byte[]> encoded = EventCodec.encode("ticketwire.tickets", "k", withData(EVENT, null));

        assertTrue(EventCodec.decode(received(encoded)).isEmpty());
    }

    private static Event withData(Event event, byte[] data) {
        return new Event(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.traceparent(),
                event.receivedAt(),
                event.verified(),
                data);
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        return EventCodec.find(message.headers(), name);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        List.<Header>of(sent.headers().toArray()).forEach(received.headers()::add);
        return received;
    }
}
