package io.ticketwire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;

/**
 * Values against the schemas under {@code kafka/schemas/}, in two ways. <em>As a consumer</em> reads them: unknown fields and
 * words are welcome. <em>As we produce</em> them: a field that the schema does not describe is a mistake, and so is a word
 * that is not among the {@code x-known-values}.
 */
public final class Schemas {

    private static final JsonMetaSchema WITH_OUR_KEYWORDS = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("x-known-values"))
            .keyword(new NonValidationKeyword("x-ticketwire-types"))
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(WITH_OUR_KEYWORDS));
    private static final SchemaValidatorsConfig FORMATS_ASSERTED =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> PRODUCER = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Fails unless this can be the value of an event of this type, as we produce it. */
    public static void assertValid(String type, byte[] value) {
        EventType known = EventType.of(type).orElseThrow(() -> new AssertionError("no event type " + type));
        assertValidAgainst(known.schema(), value);
    }

    /** The same by the schema's name, for what is no event: {@code attempt}. */
    public static void assertValidAgainst(String schema, byte[] value) {
        Set<ValidationMessage> errors =
                PRODUCER.computeIfAbsent(schema, Schemas::asProducer).validate(Json.read(value, JsonNode.class));
        if (!errors.isEmpty()) {
            throw new AssertionError("no valid " + schema + ": " + errors);
        }
    }

    /** The schema's file as a tree. */
    public static JsonNode load(String name) {
        String resource = "kafka/schemas/" + name + ".json";
        try (InputStream file = Schemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new AssertionError(resource + " is missing");
            }
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The schema as it is published. */
    public static JsonSchema asConsumer(String name) {
        return FACTORY.getSchema(load(name), FORMATS_ASSERTED);
    }

    /** The schema closed to what it does not name. */
    public static JsonSchema asProducer(String name) {
        JsonNode schema = load(name);
        close(schema);
        return FACTORY.getSchema(schema, FORMATS_ASSERTED);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("x-known-values") instanceof ArrayNode words) {
                schema.set(
                        "enum", schema.path("type").isArray() ? words.deepCopy().addNull() : words);
            }
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            schema.remove("examples");
        }
        node.forEach(Schemas::close);
    }
}
