package io.ticketwire.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One topic as a Strimzi {@code KafkaTopic} describes it for a production cluster.
 *
 * @param name the topic's name
 * @param partitions at least 1
 * @param replicas at least 1
 * @param config topic settings by Kafka's names
 */
record TopicManifest(String name, int partitions, short replicas, Map<String, String> config) {

    /** What the names in the manifests begin with. */
    static final String PREFIX = "ticketwire";

    private static final String RESOURCE = "kafka/topics.yaml";
    private static final int MAX_PARTITIONS = 6;
    private static final int MAX_TIER_PARTITIONS = 3;
    private static final TypeReference<Map<String, String>> CONFIG = new TypeReference<>() {};

    TopicManifest {
        config = Map.copyOf(config);
    }

    /** The manifests of this build: the same file that operators apply. */
    static List<TopicManifest> all() {
        try (InputStream yaml = TopicManifest.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return parse(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /**
     * Reads the documents of kind {@code KafkaTopic}; others are passed over.
     *
     * @throws IOException if it is no YAML
     */
    static List<TopicManifest> parse(InputStream yaml) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream()
                    .filter(document ->
                            "KafkaTopic".equals(document.path("kind").asText()))
                    .map(document -> of(document, mapper))
                    .toList();
        }
    }

    private static TopicManifest of(JsonNode document, YAMLMapper mapper) {
        JsonNode spec = document.path("spec");
        return new TopicManifest(
                spec.path("topicName").asText(document.at("/metadata/name").asText()),
                spec.path("partitions").asInt(1),
                (short) spec.path("replicas").asInt(1),
                spec.has("config") ? mapper.convertValue(spec.get("config"), CONFIG) : Map.of());
    }

    /** The same topic for one small broker: one replica, and no more partitions than a laptop should carry. */
    TopicManifest forOneBroker() {
        Map<String, String> single = new HashMap<>(config);
        single.put("min.insync.replicas", "1");
        int most = name.contains(".retry.") ? MAX_TIER_PARTITIONS : MAX_PARTITIONS;
        return new TopicManifest(name, Math.min(partitions, most), (short) 1, single);
    }

    /** The same topic under another prefix; a name without the usual prefix stays. */
    TopicManifest withPrefix(String prefix) {
        return name.startsWith(PREFIX + ".")
                ? new TopicManifest(prefix + name.substring(PREFIX.length()), partitions, replicas, config)
                : this;
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.of(replicas)).configs(config);
    }
}
