package io.ticketwire.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The published schemas: well-formed, complete, in step with the code, with examples that are true. */
class SchemasTest {

    /** Optional for ever: events from before do not have them. */
    private static final Set<String> ADDED_LATER = Set.of("needs_enrichment");

    private static final Path FILES = Path.of("kafka", "schemas");

    static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("attempt"));
        Arrays.stream(EventType.values()).map(EventType::schema).forEach(names::add);
        return names;
    }

    @Test
    void everyFileBelongsToTheContract() throws IOException {
        assertEquals(names(), new TreeSet<>(fileNames(FILES)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void schemaIsValidAndSaysWhoItIs(String name) {
        JsonNode schema = Schemas.load(name);

        var errors = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(schema);

        assertTrue(errors.isEmpty(), errors::toString);
        assertEquals(SchemaId.V202012, schema.path("$schema").asText());
        assertEquals("urn:ticketwire:schema:" + name + ":1", schema.path("$id").asText());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPropertyIsDescribed(String name) {
        JsonNode schema = Schemas.load(name);

        schema.findValues("properties").forEach(properties -> properties
                .properties()
                .forEach(property -> assertTrue(
                        property.getValue().has("description")
                                || property.getValue().has("$ref"),
                        property::getKey)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesAreWhatWeProduce(String name) {
        JsonNode examples = Schemas.load(name).path("examples");

        assertFalse(examples.isEmpty());
        examples.forEach(example -> Schemas.assertValidAgainst(name, Json.bytes(example)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void examplesHaveTheTypesThatTheSchemaServes(String name) {
        JsonNode schema = Schemas.load(name);
        List<String> types = Arrays.stream(EventType.values())
                .filter(type -> type.schema().equals(name))
                .map(EventType::type)
                .toList();

        Set<String> named = new HashSet<>();
        schema.path("x-ticketwire-types").forEach(type -> named.add(type.asText()));

        assertEquals(Set.copyOf(types), named);
        assertTrue(types.isEmpty() || schema.path("examples").size() == types.size());
    }

    /** A schema stands alone, so that every tool can read it; what two of them share must not drift apart. */
    @ParameterizedTest
    @MethodSource("names")
    void sharedDefinitionsAreTheSameEverywhere(String name) {
        JsonNode definitions = Schemas.load(name).path("$defs");
        JsonNode ticket = Schemas.load("ticket").path("$defs").path("ticket");
        JsonNode reference = Schemas.load("conversation").path("$defs").path("ticket_reference");

        if (definitions.has("ticket")) {
            assertEquals(ticket, definitions.path("ticket"));
        }
        if (definitions.has("ticket_reference")) {
            assertEquals(reference, definitions.path("ticket_reference"));
        }
    }

    @Test
    void recordsAndSchemasNameTheSameFields() {
        assertEquals(components(Ticket.class), fields(Schemas.load("ticket").at("/$defs/ticket")));
        assertEquals(
                components(TicketReference.class),
                fields(Schemas.load("conversation").at("/$defs/ticket_reference")));
        assertEquals(components(Attempt.class), fields(Schemas.load("attempt")));
        assertEquals(components(Insight.class), fields(Schemas.load("insight").at("/properties/insight")));
        assertEquals(components(EndpointNews.class), fields(Schemas.load("endpoint-health")));
        assertEquals(
                components(EndpointNews.Endpoint.class),
                fields(Schemas.load("endpoint-health").at("/properties/endpoint")));
    }

    @Test
    void knownWordsAreOurWords() {
        JsonNode statuses = Schemas.load("ticket").at("/$defs/ticket/properties/status/x-known-values");
        JsonNode outcomes = Schemas.load("attempt").at("/properties/outcome/x-known-values");

        statuses.forEach(status -> assertTrue(TicketStatus.known(status.asText()), status::asText));
        assertEquals(
                Arrays.stream(Attempt.Outcome.values())
                        .map(Attempt.Outcome::word)
                        .toList(),
                words(outcomes));
    }

    private static Set<String> fields(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        Set<String> fromTheBeginning = new TreeSet<>(fields);
        fromTheBeginning.removeAll(ADDED_LATER);
        assertEquals(fromTheBeginning, new TreeSet<>(words(schema.path("required"))));
        return fields;
    }

    private static Set<String> components(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }

    private static List<String> words(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .toList();
        }
    }
}
