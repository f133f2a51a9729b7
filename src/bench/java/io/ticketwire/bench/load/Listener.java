package io.ticketwire.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.Topic;

/** Somebody who reads all that is published from its start on, on a thread of its own, and notes what comes when. */
final class Listener implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Map<String, Topic> TOPICS = Arrays.stream(
                    new Topic[] {Topic.INBOUND, Topic.TICKETS, Topic.INSIGHTS})
            .collect(Collectors.toMap(topic -> "ticketwire." + topic.suffix(), topic -> topic));

    private final KafkaConsumer<String, byte[]> consumer;
    private final Sendings sendings;
    private final Thread thread = new Thread(this::listen, "listener");

    private Listener(String bootstrap, Sendings sendings) {
        this.sendings = sendings;
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Returns when nothing that is published from now on can be missed. */
    static Listener start(String bootstrap, Sendings sendings) {
        Listener listener = new Listener(bootstrap, sendings);
        listener.beginAtTheEnd();
        listener.thread.start();
        return listener;
    }

    private void beginAtTheEnd() {
        List<TopicPartition> partitions = TOPICS.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void listen() {
        try (consumer) {
            while (true) {
                var messages = consumer.poll(POLL);
                long now = Pace.nowMicros();
                messages.forEach(message -> note(message, now));
            }
        } catch (WakeupException closed) {
            return;
        }
    }

    private void note(ConsumerRecord<String, byte[]> message, long nowMicros) {
        String type = EventCodec.find(message.headers(), EventHeaders.TYPE);
        String traceparent = EventCodec.find(message.headers(), EventHeaders.TRACE_PARENT);
        if (type != null && traceparent != null) {
            Step.of(TOPICS.get(message.topic()), type)
                    .ifPresent(step -> sendings.arrived(step, traceparent, nowMicros));
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
