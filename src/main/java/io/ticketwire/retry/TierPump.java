package io.ticketwire.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import io.ticketwire.event.DeliveryTask;

/**
 * Empties one waiting room. All wait equally long, so log order is due order and only the head of a partition matters:
 *
 * <pre>
 *   poll ---> head due? --yes--> produce onward ---> broker has it? --yes--> commit
 *    ^           | no                                     | no
 *    |           v                                        v
 *    +--- pause the partition, seek back to the head, remember when it is due
 * </pre>
 *
 * Polling goes on while partitions are paused, so the pump stays in its group. In memory is one due time per partition; a
 * crash or a rebalance loses nothing, and moves on at most what was produced and not yet committed twice.
 */
final class TierPump implements Runnable {

    private static final Logger LOG = Logger.getLogger(TierPump.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final int tier;
    private final String topic;
    private final Consumer<String, byte[]> consumer;
    private final RetryRouter router;
    private final Function<List<ProducerRecord<String, byte[]>>, Uni<Void>> publisher;

    /** When the head of a paused partition is due. Read by the metrics, too. */
    private final Map<TopicPartition, Instant> dueAt = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Long> waiting = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    TierPump(
            int tier,
            String topic,
            Consumer<String, byte[]> consumer,
            RetryRouter router,
            Function<List<ProducerRecord<String, byte[]>>, Uni<Void>> publisher) {
        this.tier = tier;
        this.topic = topic;
        this.consumer = consumer;
        this.router = router;
        this.publisher = publisher;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), forgetOnRevocation());
            while (!stopped) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debugf("Tier %s stopped", topic);
        }
    }

    /** Ends the pump after what it is producing. */
    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    /** How long the longest-waiting due delivery is overdue. */
    Duration overdue(Instant now) {
        return dueAt.values().stream()
                .map(due -> Duration.between(due, now))
                .filter(late -> !late.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How many deliveries wait, as far as this process is responsible for them. */
    long waiting() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    void turn() {
        try {
            resumeDue(Instant.now());
            ConsumerRecords<String, byte[]> records = consumer.poll(untilNextDue(Instant.now()));
            for (TopicPartition partition : records.partitions()) {
                pumpOrReturn(partition, records.records(partition));
            }
            consumer.assignment().forEach(this::measure);
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("Tier %s waits for the broker: %s", topic, e.toString());
            rest();
        }
    }

    /** Whatever goes wrong with one partition: its records are read again, and those of the others are not passed over. */
    private void pumpOrReturn(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        try {
            pump(partition, records);
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("Tier %s will try %s again: %s", topic, partition, e.toString());
            if (consumer.assignment().contains(partition)) {
                pause(partition, records.get(0).offset(), Instant.now().plus(PAUSE_AFTER_FAILURE));
            }
        }
    }

    private void pump(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        List<ProducerRecord<String, byte[]>> onward = new ArrayList<>();
        Instant now = Instant.now();
        Instant waitsUntil = null;
        long next = records.get(0).offset();
        for (ConsumerRecord<String, byte[]> message : records) {
            DeliveryTask task = DeliveryTask.decode(message).orElse(null);
            if (task != null) {
                Instant leaves =
                        router.tiers().leavesAt(tier, Instant.ofEpochMilli(message.timestamp()), task.notBefore());
                if (leaves.isAfter(now)) {
                    waitsUntil = leaves;
                    break;
                }
                onward.add(router.route(task, now));
            } else {
                LOG.errorf("No delivery that can be read, kept as dead: %s@%d", partition, message.offset());
                onward.add(router.bury(message));
            }
            next = message.offset() + 1;
        }
        moveOn(partition, onward, records.get(0).offset(), next, waitsUntil);
    }

    private void moveOn(
            TopicPartition partition,
            List<ProducerRecord<String, byte[]>> onward,
            long first,
            long next,
            Instant waitsUntil) {
        publisher.apply(onward).await().indefinitely();
        if (waitsUntil != null) {
            pause(partition, next, waitsUntil);
        }
        if (next > first) {
            commit(Map.of(partition, new OffsetAndMetadata(next)));
        }
    }

    /** What was moved on is committed, also when the pump is to stop meanwhile: that ends it only afterwards. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (WakeupException e) {
            consumer.commitSync(offsets);
            throw e;
        }
    }

    private void pause(TopicPartition partition, long head, Instant until) {
        consumer.pause(List.of(partition));
        consumer.seek(partition, head);
        dueAt.put(partition, until);
    }

    private void resumeDue(Instant now) {
        for (Map.Entry<TopicPartition, Instant> head : new HashMap<>(dueAt).entrySet()) {
            if (!head.getValue().isAfter(now)) {
                consumer.resume(List.of(head.getKey()));
                dueAt.remove(head.getKey());
            }
        }
    }

    private Duration untilNextDue(Instant now) {
        return dueAt.values().stream()
                .map(due -> Duration.between(now, due).plusMillis(1))
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .min(Duration::compareTo)
                .filter(left -> left.compareTo(LONGEST_POLL) < 0)
                .orElse(LONGEST_POLL);
    }

    private void measure(TopicPartition partition) {
        OptionalLong lag = consumer.currentLag(partition);
        lag.ifPresent(count -> waiting.put(partition, count));
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private ConsumerRebalanceListener forgetOnRevocation() {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(dueAt::remove);
                partitions.forEach(waiting::remove);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // They come unpaused and at their committed offsets: the next poll finds their heads.
            }
        };
    }
}
