package io.ticketwire.bench.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumers of a gateway are behind. */
public final class Lag implements AutoCloseable {

    private static final Map<String, List<String>> GROUPS = Map.of(
            "ticketwire-tracker", List.of("ticketwire.inbound"),
            "ticketwire-fanout", List.of("ticketwire.tickets"),
            "ticketwire-delivery", List.of("ticketwire.deliveries"),
            "ticketwire-recorder", List.of("ticketwire.attempts"));

    private final Admin admin;

    Lag(String bootstrap) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** Waits until nothing is left to do but what waits in the tiers; gives whether that came true in time. */
    public boolean awaitNone(Duration patience) {
        return Waiting.cameTrue(patience, () -> records() == 0);
    }

    /** Records that some group has not committed. */
    public long records() {
        return GROUPS.entrySet().stream()
                .mapToLong(group -> behind(group.getKey(), group.getValue()))
                .sum();
    }

    /** Records that were ever appended to a topic. */
    public long appended(String topic) {
        return ends(List.of(topic)).values().stream().mapToLong(Long::longValue).sum();
    }

    private long behind(String group, List<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> committed = get(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return ends(topics).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return end.getValue() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> latest =
                get(() -> admin.describeTopics(topics).allTopicNames().get()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(() -> admin.listOffsets(latest).all().get()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T get(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
