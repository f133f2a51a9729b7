package io.ticketwire.event;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code kafka/asyncapi.yaml} says what the code does: no topic or event type more, none less. */
class AsyncApiTest {

    private static final Set<Topic> PUBLIC = Set.of(
            Topic.TICKETS,
            Topic.MESSAGES,
            Topic.ENGAGEMENT,
            Topic.INSIGHTS,
            Topic.INTERACTIONS,
            Topic.OPERATIONS,
            Topic.ATTEMPTS);

    private final JsonNode document;

    AsyncApiTest() throws IOException {
        document = new YAMLMapper().readTree(new File("kafka/asyncapi.yaml"));
    }

    @Test
    void hasAChannelForEveryPublicTopic() {
        Set<String> addresses = new TreeSet<>();
        document.path("channels").forEach(channel -> {
            addresses.add(channel.path("address").asText());
            assertEquals(channel.path("address"), channel.at("/bindings/kafka/topic"));
        });

        assertEquals(
                PUBLIC.stream()
                        .map(topic -> "ticketwire." + topic.suffix())
                        .collect(Collectors.toCollection(TreeSet::new)),
                addresses);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void hasAMessageForEveryEventTypeOnItsTopic(EventType type) {
        String name = messageName(type);
        JsonNode message = document.path("components").path("messages").path(name);
        JsonNode channel = document.path("channels").path(type.topic().suffix()).path("messages");

        assertEquals(type.type(), message.path("name").asText());
        assertEquals(type.description(), message.path("title").asText());
        assertEquals(
                "./schemas/" + type.schema() + ".json",
                message.at("/payload/$ref").asText());
        assertEquals(
                "#/components/messages/" + name, channel.path(name).path("$ref").asText());
    }

    @Test
    void hasNoMessageBeyondThem() {
        Set<String> expected = Arrays.stream(EventType.values())
                .map(AsyncApiTest::messageName)
                .collect(Collectors.toCollection(HashSet::new));
        expected.add("attempt");

        Set<String> messages = new HashSet<>();
        document.at("/components/messages").fieldNames().forEachRemaining(messages::add);

        assertEquals(expected, messages);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertFalse(references.isEmpty());
        for (String reference : references) {
            boolean found = reference.startsWith("#")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : new File("kafka", reference).isFile();
            assertTrue(found, reference);
        }
    }

    @Test
    void everyChannelThatCarriesSomethingHasAnOperation() {
        Set<String> operated = new TreeSet<>(document.path("operations").findValuesAsText("$ref"));
        Set<String> carrying = document.path("channels").properties().stream()
                .filter(channel -> !channel.getValue().path("messages").isEmpty())
                .map(Map.Entry::getKey)
                .map(name -> "#/channels/" + name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(carrying, operated);
    }

    /** {@code ticket.created} is called {@code ticketCreated} there. */
    private static String messageName(EventType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.type().split("\\.")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString().replace("_", "");
    }
}
