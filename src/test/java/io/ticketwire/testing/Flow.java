package io.ticketwire.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import io.vertx.mutiny.sqlclient.Pool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import static org.awaitility.Awaitility.await;

/**
 * What is on its way from the ingress to the fan-out. A test whose endpoint wants every event waits until none is: the last
 * tickets of the test before would be delivered to it.
 */
public final class Flow {

    private static final Set<String> PUBLIC =
            Set.of("tickets", "messages", "engagement", "insights", "interactions", "operations");

    private final Pool database;

    public Flow(Pool database) {
        this.database = database;
    }

    /** Comes back when the tracker, the outbox and the fan-out, asked in this order, have nothing left. */
    public void awaitNothingUnderWay() {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, EmbeddedStack.kafkaBootstrap()))) {
            await().until(() -> behind(admin, "tracker", Set.of("inbound")) == 0
                    && outbox() == 0
                    && behind(admin, "fanout", PUBLIC) == 0);
        }
    }

    private long outbox() {
        return database.query("select count(*) from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static long behind(Admin admin, String group, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Set<String> names = topics.stream().map(topic -> "ticketwire." + topic).collect(Collectors.toSet());
        admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        var committed = admin.listConsumerGroupOffsets("ticketwire-" + group)
                .partitionsToOffsetAndMetadata()
                .get();
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset()
                        - (committed.containsKey(end.getKey())
                                ? committed.get(end.getKey()).offset()
                                : 0))
                .sum();
    }
}
