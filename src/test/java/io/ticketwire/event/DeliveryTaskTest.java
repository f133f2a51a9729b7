package io.ticketwire.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A delivery's way through Kafka. */
class DeliveryTaskTest {

    private static final byte[] BODY = "{\"data\":\"Grüße\"}".getBytes(UTF_8);
    private static final DeliveryTask TASK = new DeliveryTask(
            UUID.fromString("7b1f408e-03dd-5621-90cd-880a6f3599c7"),
            UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77"),
            UUID.fromString("1dc0bd2d-0aba-5208-b3b4-047cd54f62c5"),
            "ticket.created",
            "täglich/12345",
            42,
            2,
            1,
            Instant.parse("2026-07-01T08:59:00.5Z"),
            true,
            Instant.parse("2026-07-01T09:00:00.000000412Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            BODY);

    @Test
    void encodedTaskIsReadBackAsItWas() {
        DeliveryTask read = DeliveryTask.decode(received(TASK.encode("ticketwire.deliveries")))
                .orElseThrow();

        // A record compares its arrays by identity, and it is the same array.
        assertEquals(TASK, read);
        assertArrayEquals(BODY, read.body());
    }

    @Test
    void recordIsKeyedByTheEndpoint() {
        ProducerRecord<String, byte[]> encoded = TASK.encode("ticketwire.deliveries.retry.30s");

        assertEquals("ticketwire.deliveries.retry.30s", encoded.topic());
        assertEquals(TASK.endpointId().toString(), encoded.key());
    }

    @Test
    void attemptIsCountedAfterItFailed() {
        Instant next = Instant.parse("2026-07-01T09:05:00Z");

        DeliveryTask after = TASK.afterAttempt(next);

        assertEquals(3, after.attempt());
        assertEquals(next, after.notBefore());
        assertEquals(TASK.id(), after.id());
    }

    @Test
    void postponingCountsNoAttempt() {
        Instant next = Instant.parse("2026-07-01T09:05:00Z");

        DeliveryTask postponed = TASK.postponed(next);

        assertEquals(2, postponed.attempt());
        assertEquals(next, postponed.notBefore());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticketwire_delivery_id",
                "ticketwire_endpoint_id",
                "ce_id",
                "ce_type",
                "ce_subject",
                "ticketwire_attempt",
                "ticketwire_not_before",
                "traceparent"
            })
    void recordWithoutOneOfTheHeadersIsNoTask(String header) {
        ConsumerRecord<String, byte[]> record = received(TASK.encode("ticketwire.deliveries"));
        record.headers().remove(header);

        Optional<DeliveryTask> read = DeliveryTask.decode(record);

        assertEquals(Optional.empty(), read);
    }

    @Test
    void recordOfAnEarlierVersionHasNoSequenceAndKeepsItsPolicy() {
        ConsumerRecord<String, byte[]> record = received(TASK.encode("ticketwire.deliveries"));
        record.headers().remove("ticketwire_sequence");
        record.headers().remove("ticketwire_policy_from");

        DeliveryTask read = DeliveryTask.decode(record).orElseThrow();

        assertEquals(0, read.sequence());
        assertEquals(0, read.policyFrom());
    }

    @Test
    void tombstoneIsNoTask() {
        ProducerRecord<String, byte[]> encoded = TASK.encode("ticketwire.deliveries");

        Optional<DeliveryTask> read = DeliveryTask.decode(
                received(new ProducerRecord<>(encoded.topic(), null, encoded.key(), null, encoded.headers())));

        assertEquals(Optional.empty(), read);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(header -> record.headers().add(header));
        return record;
    }
}
