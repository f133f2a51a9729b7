package io.ticketwire.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Events of every version that was ever published, against the present schemas. A file under {@code golden/} is never
 * changed: when a schema gets a field, a new file {@code v2.json} joins it.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasGoldenEvents(EventType type) {
        assertTrue(Files.exists(GOLDEN.resolve(type.type()).resolve("v1.json")));
    }

    @TestFactory
    Stream<DynamicTest> goldenEventsOfEveryVersionAreValid() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(GOLDEN.relativize(file).toString(), () -> checkGolden(file)));
        }
    }

    private static void checkGolden(Path file) throws IOException {
        JsonNode event = Json.tree(Files.readString(file));
        String name = event.at("/headers/ce_type").asText();
        EventType type = EventType.of(name).orElseThrow();

        assertEquals(file.getParent().getFileName().toString(), name);
        assertEquals("ticketwire." + type.topic().suffix(), event.path("topic").asText());
        assertEquals(type.dataSchema(), event.at("/headers/ce_dataschema").asText());
        assertTrue(EventCodec.decode(message(event)).isPresent());
        Schemas.assertValid(name, Json.bytes(event.path("value")));
    }

    /** Whatever is required, is required by the schema: no single member of a golden ticket can be taken away. */
    @Test
    void ticketWithAMissingMemberIsInvalid() throws IOException {
        JsonNode event = golden("ticket.created");
        for (String field : names(event.at("/value/ticket"))) {
            JsonNode broken = event.path("value").deepCopy();
            ((ObjectNode) broken.path("ticket")).remove(field);

            assertThrows(AssertionError.class, () -> Schemas.assertValid("ticket.created", Json.bytes(broken)), field);
        }
    }

    @Test
    void wrongIdTimeOrTypeIsInvalid() throws IOException {
        JsonNode event = golden("ticket.created");
        List<String> mistakes = List.of(
                "{\"id\":\"12345\"}",
                "{\"updated_at\":\"yesterday\"}",
                "{\"tags\":null}",
                "{\"ticket_number\":null}",
                "{\"subject\":7}");
        for (String mistake : mistakes) {
            JsonNode broken = event.path("value").deepCopy();
            ((ObjectNode) broken.path("ticket")).setAll((ObjectNode) Json.tree(mistake));

            assertFalse(Schemas.asConsumer("ticket").validate(broken).isEmpty(), mistake);
        }
    }

    @Test
    void newWordsAndFieldsAreFineForConsumersButNotForUs() throws IOException {
        List<String> news = List.of("{\"status\":\"parked\"}", "{\"sentiment\":\"happy\"}");
        JsonNode event = golden("ticket.created");
        for (String novelty : news) {
            JsonNode later = event.path("value").deepCopy();
            ((ObjectNode) later.path("ticket")).setAll((ObjectNode) Json.tree(novelty));

            assertTrue(Schemas.asConsumer("ticket").validate(later).isEmpty(), novelty);
            assertThrows(AssertionError.class, () -> Schemas.assertValid("ticket.created", Json.bytes(later)), novelty);
        }
    }

    private static JsonNode golden(String type) throws IOException {
        return Json.tree(Files.readString(GOLDEN.resolve(type).resolve("v1.json")));
    }

    private static ConsumerRecord<String, byte[]> message(JsonNode event) {
        ConsumerRecord<String, byte[]> message = new ConsumerRecord<>(
                event.path("topic").asText(), 0, 0, event.path("key").asText(), Json.bytes(event.path("value")));
        event.path("headers")
                .properties()
                .forEach(header -> EventCodec.put(
                        message.headers(), header.getKey(), header.getValue().asText()));
        return message;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
