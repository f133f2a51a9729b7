package io.ticketwire.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;

/**
 * What a subscriber can expect: every event type with the schema of its value and an example, out of the files under
 * {@code kafka/schemas/} that are published for downstream teams.
 *
 * <p>The files are read at start-up; a process whose contract is incomplete does not start. The keyword {@code
 * x-ticketwire-types} of a schema names the type of each of its {@code examples}, in their order.
 */
@Startup
@ApplicationScoped
public class EventCatalogue {

    private static final Instant EXAMPLE_TIME = Instant.parse("2026-07-01T09:00:00Z");

    private final Map<EventType, Entry> entries = new EnumMap<>(EventType.class);

    /**
     * One event type.
     *
     * @param schema the JSON Schema of the value; it needs no other file
     * @param exampleData a complete value
     * @param example a complete webhook body that carries the value
     */
    public record Entry(EventType type, JsonNode schema, JsonNode exampleData, JsonNode example) {}

    /** Reads the schemas; fails if one is missing or has no example for a type. */
    public EventCatalogue() {
        Map<String, JsonNode> schemas = Arrays.stream(EventType.values())
                .map(EventType::schema)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), EventCatalogue::load));
        for (EventType type : EventType.values()) {
            entries.put(type, entry(type, schemas.get(type.schema())));
        }
    }

    /** All types, in the order of {@link EventType}. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry of a type. */
    public Entry of(EventType type) {
        return entries.get(type);
    }

    private static Entry entry(EventType type, JsonNode schema) {
        JsonNode data = exampleData(type, schema);
        byte[] body = Envelope.of(Ids.of("example:" + type.type()), type.type(), EXAMPLE_TIME, Json.bytes(data));
        return new Entry(type, schema, data, Json.read(body, JsonNode.class));
    }

    private static JsonNode exampleData(EventType type, JsonNode schema) {
        JsonNode types = schema.path("x-ticketwire-types");
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).asText().equals(type.type())) {
                return schema.required("examples").required(i);
            }
        }
        throw new IllegalStateException("kafka/schemas/" + type.schema() + ".json has no example of " + type.type());
    }

    private static JsonNode load(String name) {
        String resource = "kafka/schemas/" + name + ".json";
        try (InputStream file = EventCatalogue.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
