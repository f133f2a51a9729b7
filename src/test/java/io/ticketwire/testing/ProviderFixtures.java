package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.TicketReference;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The payloads under {@code fixtures/<provider>}: {@code <case>.json} as it was sent ({@code <case>.form} if it is a form)
 * with {@code <case>.expected.json} beside it, the reading as {@link #json(Reading)} writes it.
 */
public final class ProviderFixtures {

    /** When every fixture arrives. */
    public static final Instant RECEIVED_AT = Instant.parse("2026-11-21T09:00:00Z");

    private static final String EXPECTED = ".expected.json";
    private static final String FORM = ".form";

    private final Path folder;

    private ProviderFixtures(Path folder) {
        this.folder = folder;
    }

    public static ProviderFixtures of(String provider) {
        return new ProviderFixtures(Path.of("src/test/resources/fixtures", provider));
    }

    /** The files as they were sent, by name. */
    public List<String> payloads() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Callback request(String payload) {
        return Callback.of(bytes(payload))
                .uri("/api/webhooks/tickets")
                .mediaType(payload.endsWith(FORM) ? "application/x-www-form-urlencoded" : "application/json")
                .receivedAt(RECEIVED_AT);
    }

    /** What is expected of a payload, as text that shows differences line by line. */
    public String expected(String payload) {
        String name = payload.substring(0, payload.lastIndexOf('.'));
        return Json.read(bytes(name + EXPECTED), JsonNode.class).toPrettyString();
    }

    /** The payloads that are JSON, with one value after the other replaced by one of every type, or left out. */
    public Stream<JsonNode> mutants() {
        return payloads().stream().filter(payload -> payload.endsWith(".json")).flatMap(payload -> {
            try {
                return mutants(Json.read(bytes(payload), JsonNode.class)).stream();
            } catch (UncheckedIOException brokenOnPurpose) {
                return Stream.empty();
            }
        });
    }

    /** Fails for what could not be published: no event at all, or a value that its schema does not allow. */
    public static void assertFit(Reading reading) {
        if (reading instanceof Reading.Events read) {
            assertFalse(read.events().isEmpty());
            read.events().forEach(ProviderFixtures::assertFit);
        }
        assertFalse(json(reading).isEmpty());
    }

    private static void assertFit(InboundEvent event) {
        UUID subject = UUID.fromString(event.subject());
        if (event.type().equals(InboundType.TICKET_OBSERVED)) {
            return;
        }
        ObjectNode value = Json.mapper().valueToTree(event.data());
        if (value.has("ticket")) {
            // The tracker says of the ticket what it knows.
            value.set("ticket", Json.mapper().valueToTree(unknown(subject)));
        }
        Schemas.assertValid(event.type(), Json.bytes(value));
    }

    private static TicketReference unknown(UUID id) {
        return new TicketReference(id, null, null, null, null, null, null, null, null, null, null);
    }

    /** A reading as the files write it. */
    public static JsonNode json(Reading reading) {
        ObjectNode json = Json.mapper().createObjectNode();
        if (reading instanceof Reading.Events read) {
            ArrayNode events = json.putArray("events");
            read.events().forEach(event -> events.add(json(event)));
        } else if (reading instanceof Reading.Nothing nothing) {
            json.put("nothing", nothing.reason());
        } else if (reading instanceof Reading.Answered answered) {
            json.put("answered", answered.reason())
                    .put("reply", answered.reply().text());
        } else if (reading instanceof Reading.Misdirected misdirected) {
            json.put("misdirected", misdirected.detail());
        } else if (reading instanceof Reading.Malformed malformed) {
            json.put("malformed", malformed.detail());
        }
        return json;
    }

    private static ObjectNode json(InboundEvent event) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("type", event.type());
        json.put("repeat", event.repeat().name());
        json.put("subject", event.subject());
        json.put("time", Json.time(event.time()));
        json.set("data", Json.tree(Json.text(event.data())));
        return json;
    }

    private static List<JsonNode> mutants(JsonNode value) {
        List<JsonNode> mutants = new ArrayList<>(values());
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                for (JsonNode mutant : mutants(property.getValue())) {
                    mutants.add(((ObjectNode) value.deepCopy()).set(property.getKey(), mutant));
                }
                mutants.add(((ObjectNode) value.deepCopy()).without(property.getKey()));
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            for (JsonNode mutant : mutants(value.get(i))) {
                ArrayNode copy = value.deepCopy();
                copy.set(i, mutant);
                mutants.add(copy);
            }
        }
        return mutants;
    }

    private static List<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                json.nullNode(),
                json.booleanNode(true),
                json.numberNode(-7),
                json.numberNode(1e300),
                json.textNode(""),
                json.textNode("\u0000{{x}} <b>7</b>"),
                json.arrayNode(),
                json.arrayNode().add(json.objectNode().put("id", 7)).addNull(),
                json.objectNode(),
                json.objectNode().set("id", json.objectNode()));
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
