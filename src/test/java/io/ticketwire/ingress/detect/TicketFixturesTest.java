package io.ticketwire.ingress.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.ticketwire.ingress.ticket.TicketReading;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every payload under fixtures/tickets is read as the file beside it says, field by field. */
class TicketFixturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/tickets");
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @TestFactory
    List<DynamicTest> payloads_are_read_as_expected() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected.json"))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .map(name -> DynamicTest.dynamicTest(name, () -> isReadAsExpected(name)))
                    .toList();
        }
    }

    private static void isReadAsExpected(String name) throws Exception {
        // given
        JsonNode payload = JSON.readTree(FIXTURES.resolve(name + ".json").toFile());
        JsonNode expected =
                JSON.readTree(FIXTURES.resolve(name + ".expected.json").toFile());
        // when
        TicketDetector.Detection detection = TicketDetector.detect(payload, NOW);
        // then
        assertEquals(expected.toPrettyString(), json(detection).toPrettyString());
    }

    private static JsonNode json(TicketDetector.Detection detection) throws Exception {
        ObjectNode json = JSON.createObjectNode();
        if (detection instanceof TicketDetector.Nothing nothing) {
            return json.put("nothing", nothing.reason());
        }
        ArrayNode tickets = json.putArray("tickets");
        for (TicketReading reading : ((TicketDetector.Tickets) detection).tickets()) {
            ObjectNode ticket = tickets.addObject();
            for (var component : TicketReading.class.getRecordComponents()) {
                if (component.getName().equals("completeness")) {
                    continue; // of platforms that can be asked for more: never detected
                }
                Object value = component.getAccessor().invoke(reading);
                ticket.set(
                        component.getName(), JSON.valueToTree(value instanceof Instant time ? time.toString() : value));
            }
        }
        return json;
    }
}
