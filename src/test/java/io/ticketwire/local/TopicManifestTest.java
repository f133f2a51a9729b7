package io.ticketwire.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TopicManifestTest {

    @Test
    void readsTheTopicsOfSeveralDocumentsAndPassesOverOtherKinds() throws IOException {
        // given
        String yaml =
                """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: a-topic}
                spec: {topicName: ticketwire.a, partitions: 12, replicas: 3, config: {retention.ms: 604800000}}
                ---
                kind: KafkaUser
                metadata: {name: somebody}
                ---
                kind: KafkaTopic
                metadata: {name: ticketwire.b}
                spec: {partitions: 1, replicas: 2}
                """;

        // when
        List<TopicManifest> topics =
                TopicManifest.parse(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));

        // then
        assertEquals(
                List.of(
                        new TopicManifest("ticketwire.a", 12, (short) 3, Map.of("retention.ms", "604800000")),
                        new TopicManifest("ticketwire.b", 1, (short) 2, Map.of())),
                topics);
    }

    @Test
    void theBuildCarriesEveryTopicOfTheContract() {
        // when
        Set<String> names =
                TopicManifest.all().stream().map(TopicManifest::name).collect(Collectors.toSet());

        // then
        assertEquals(
                Set.of(
                        "ticketwire.inbound",
                        "ticketwire.inbound.dead",
                        "ticketwire.tickets",
                        "ticketwire.messages",
                        "ticketwire.engagement",
                        "ticketwire.insights",
                        "ticketwire.interactions",
                        "ticketwire.operations",
                        "ticketwire.attempts",
                        "ticketwire.deliveries",
                        "ticketwire.deliveries.retry.1s",
                        "ticketwire.deliveries.retry.5s",
                        "ticketwire.deliveries.retry.10s",
                        "ticketwire.deliveries.retry.30s",
                        "ticketwire.deliveries.retry.1m",
                        "ticketwire.deliveries.retry.5m",
                        "ticketwire.deliveries.retry.30m",
                        "ticketwire.deliveries.retry.2h",
                        "ticketwire.deliveries.dead"),
                names);
    }

    @Test
    void oneBrokerGetsOneReplicaAndFewerPartitions() {
        // given
        TopicManifest production =
                new TopicManifest("ticketwire.tickets", 12, (short) 3, Map.of("min.insync.replicas", "2", "a", "b"));

        // when
        TopicManifest small = production.forOneBroker();

        // then
        assertEquals(
                new TopicManifest("ticketwire.tickets", 6, (short) 1, Map.of("min.insync.replicas", "1", "a", "b")),
                small);
    }

    @Test
    void theWaitingRoomsAreKeptLighterStill() {
        // given
        TopicManifest production = new TopicManifest("ticketwire.deliveries.retry.1s", 12, (short) 3, Map.of());

        // when
        TopicManifest small = production.forOneBroker();

        // then
        assertEquals(3, small.partitions());
    }

    @Test
    void anotherPrefixReplacesTheFirstPartOfTheNameOnly() {
        // given
        TopicManifest topic = new TopicManifest("ticketwire.tickets.ticketwire.x", 1, (short) 1, Map.of());

        // when
        String renamed = topic.withPrefix("acme.support").name();

        // then
        assertEquals("acme.support.tickets.ticketwire.x", renamed);
    }

    @Test
    void everyTopicSaysHowLongItKeepsItsRecords() {
        // when
        List<TopicManifest> topics = TopicManifest.all();

        // then
        assertTrue(topics.stream().allMatch(topic -> topic.config().containsKey("retention.ms")));
    }
}
