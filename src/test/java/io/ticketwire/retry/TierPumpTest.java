package io.ticketwire.retry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.BrokerUnavailableException;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.EventSettings;
import io.ticketwire.event.Topics;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** One waiting room, with a consumer of Kafka's own test kit. */
class TierPumpTest {

    private static final String TOPIC = "ticketwire.deliveries.retry.1s";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> onward = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final RetryRouter router =
            new RetryRouter(new Topics(Settings.of(EventSettings.class)), Settings.of(RetrySettings.class));
    private final TierPump pump = new TierPump(0, TOPIC, consumer, router, this::publish);

    @BeforeEach
    void assign() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(new HashMap<>(Map.of(FIRST, 0L, SECOND, 0L)));
        consumer.updateEndOffsets(new HashMap<>(Map.of(FIRST, 2L, SECOND, 1L)));
    }

    @Test
    void whatIsDueMovesOnAndIsCommitted() {
        consumer.addRecord(waiting(FIRST, 0, Instant.now().minusSeconds(5)));

        pump.turn();

        assertEquals(List.of("ticketwire.deliveries"), onward);
        assertEquals(1, committed(FIRST));
    }

    @Test
    void whatIsNotDueStaysAndSoDoesAllBehindIt() {
        consumer.addRecord(waiting(FIRST, 0, Instant.now()));
        consumer.addRecord(waiting(FIRST, 1, Instant.now()));

        pump.turn();

        assertEquals(List.of(), onward);
        assertEquals(Set.of(FIRST), consumer.paused());
        assertEquals(0, consumer.position(FIRST));
    }

    @Test
    void whenTheBrokerTakesNothingNoRecordOfAnyPartitionIsPassedOver() {
        failures.set(1);
        consumer.addRecord(waiting(FIRST, 0, Instant.now().minusSeconds(5)));
        consumer.addRecord(waiting(SECOND, 0, Instant.now().minusSeconds(5)));

        pump.turn();

        assertEquals(1, onward.size(), "the other partition goes on");
        // A mock forgets what it has handed out: the real consumer reads it again from where it was put back to.
        TopicPartition failed = consumer.paused().iterator().next();
        assertEquals(0, consumer.position(failed));
        consumer.addRecord(waiting(failed, 0, Instant.now().minusSeconds(5)));
        Awaitility.await().until(() -> {
            pump.turn();
            return onward.size() == 2;
        });
        assertEquals(1, committed(FIRST));
        assertEquals(1, committed(SECOND));
    }

    @Test
    void whatCannotBeReadIsKeptAsDeadAndHoldsNothingUp() {
        consumer.addRecord(new ConsumerRecord<>(TOPIC, FIRST.partition(), 0, "key", "no delivery".getBytes(UTF_8)));
        consumer.addRecord(waiting(FIRST, 1, Instant.now().minusSeconds(5)));

        pump.turn();

        assertEquals(List.of("ticketwire.deliveries.dead", "ticketwire.deliveries"), onward);
        assertEquals(2, committed(FIRST));
    }

    private Uni<Void> publish(List<ProducerRecord<String, byte[]>> messages) {
        if (failures.getAndDecrement() > 0) {
            return Uni.createFrom().failure(new BrokerUnavailableException("away"));
        }
        messages.forEach(message -> onward.add(message.topic()));
        return Uni.createFrom().voidItem();
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? 0 : offset.offset();
    }

    /** A delivery that entered the room at this time and is due a second later. */
    private static ConsumerRecord<String, byte[]> waiting(TopicPartition partition, long offset, Instant entered) {
        DeliveryTask task = new DeliveryTask(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ticket.created",
                "subject",
                42,
                1,
                0,
                null,
                false,
                entered.plusSeconds(1),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                new byte[] {'{', '}'});
        ProducerRecord<String, byte[]> produced = task.encode(TOPIC);
        return new ConsumerRecord<>(
                TOPIC,
                partition.partition(),
                offset,
                entered.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                produced.key(),
                produced.value(),
                new RecordHeaders(produced.headers()),
                Optional.empty());
    }
}
