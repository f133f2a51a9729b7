package io.ticketwire.ingress.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The payloads of a chat tool under {@code fixtures/}: {@code <case>.json} as it was sent, {@code <case>.form} if it is a
 * form, {@code <case>.payload.json} if it is what stands in the form's {@code payload}; with {@code <case>.expected.json}
 * beside it, the reading as {@link #json} writes it.
 *
 * @param receivedAt when all of them arrive
 */
public record ChatFixtures(String tool, Instant receivedAt) {

    private static final String EXPECTED = ".expected.json";
    private static final String PAYLOAD = ".payload.json";
    private static final String FORM = ".form";

    /** The files as they were sent, by name. */
    public List<String> payloads() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public IncomingRequest request(String payload) {
        return payload.endsWith(FORM) ? form(bytes(payload)) : request(payload, bytes(payload));
    }

    /** The reading that is expected of a payload. */
    public JsonNode expected(String payload) {
        String end = payload.endsWith(PAYLOAD) ? PAYLOAD : payload.substring(payload.lastIndexOf('.'));
        return Json.read(bytes(payload.substring(0, payload.length() - end.length()) + EXPECTED), JsonNode.class);
    }

    /** What is JSON, with one value after the other replaced by one of every type. */
    public Stream<IncomingRequest> mutants() {
        return payloads().stream()
                .filter(payload -> !payload.endsWith(FORM))
                .flatMap(payload -> mutants(Json.read(bytes(payload), JsonNode.class)).stream()
                        .map(mutant -> request(payload, Json.bytes(mutant))));
    }

    /** A reading as the files write it. */
    public static JsonNode json(Reading reading) {
        ObjectNode json = Json.mapper().createObjectNode();
        if (reading instanceof Reading.Events read) {
            ArrayNode events = json.putArray("events");
            read.events().forEach(event -> events.add(json(event)));
        } else if (reading instanceof Reading.Nothing nothing) {
            json.put("nothing", nothing.reason()).put("detail", nothing.detail());
        } else if (reading instanceof Reading.Answered answered) {
            json.put("answered", answered.reason())
                    .put("reply", answered.reply().text());
        } else {
            json.put("malformed", ((Reading.Malformed) reading).detail());
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
        List<JsonNode> mutants = new ArrayList<>(OTHERS);
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                mutants(field.getValue())
                        .forEach(mutant -> mutants.add(object.deepCopy().set(field.getKey(), mutant)));
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

    private static final List<JsonNode> OTHERS = others();

    private static List<JsonNode> others() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                json.nullNode(),
                json.booleanNode(true),
                json.numberNode(-7),
                json.numberNode(1e300),
                json.textNode(""),
                json.textNode("\u0000 <b>7</b>\uD800 "),
                json.textNode("x".repeat(300)),
                json.arrayNode(),
                json.arrayNode().add(json.objectNode().put("id", 7)).addNull().add(json.arrayNode()),
                json.objectNode(),
                json.objectNode().set("id", json.objectNode()));
    }

    private IncomingRequest request(String payload, byte[] json) {
        return payload.endsWith(PAYLOAD)
                ? form(("payload=" + URLEncoder.encode(new String(json, UTF_8), UTF_8)).getBytes(UTF_8))
                : Callback.of(json).receivedAt(receivedAt).get();
    }

    private IncomingRequest form(byte[] form) {
        return Callback.of(form)
                .mediaType("application/x-www-form-urlencoded")
                .receivedAt(receivedAt)
                .get();
    }

    private Path folder() {
        return Path.of("src/test/resources/fixtures", tool);
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
