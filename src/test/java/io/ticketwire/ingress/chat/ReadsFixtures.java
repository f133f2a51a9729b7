package io.ticketwire.ingress.chat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every chat tool: its payloads are read as the files beside them say, and nothing that is sent throws. */
public abstract class ReadsFixtures {

    private final Provider provider;
    private final ChatFixtures fixtures;
    private final Connector connector;

    protected ReadsFixtures(Provider provider, ChatFixtures fixtures) {
        this.provider = provider;
        this.fixtures = fixtures;
        this.connector = ConnectorExample.of(fixtures.tool());
    }

    @TestFactory
    List<DynamicTest> payloadIsReadAsExpected() {
        return fixtures.payloads().stream()
                .map(payload -> DynamicTest.dynamicTest(payload, () -> {
                    Reading reading = read(fixtures.request(payload));

                    assertEquals(
                            fixtures.expected(payload).toPrettyString(),
                            ChatFixtures.json(reading).toPrettyString());
                    assertKeepsTheContract(reading);
                }))
                .toList();
    }

    @Test
    void valuesOfOtherTypesAreReadAsWhatTheyAreNot() {
        long read = fixtures.mutants()
                .peek(mutant -> assertKeepsTheContract(read(mutant)))
                .count();

        assertTrue(read > 1_000, "only " + read);
    }

    @Test
    void payloadsOfOthersAreNoEvents() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fixtures/tickets"))) {
            for (Path file : files.filter(file -> !file.toString().contains(fixtures.tool()))
                    .toList()) {
                Reading reading = read(Callback.of(Files.readAllBytes(file)).get());

                assertTrue(reading instanceof Reading.Nothing || reading instanceof Reading.Malformed, file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "null", "\"x\"", "[]", "[{}]", "{", "{\"a\":1}x", "payload=%7B%7D"})
    void bodyThatIsNoObjectIsMalformed(String body) {
        Reading reading = read(Callback.of(body).get());

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void bodyThatIsNestedTooDeeplyIsMalformed() {
        String deep = "{\"type\":".repeat(300) + "1" + "}".repeat(300);

        Reading reading = read(Callback.of(deep).get());

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void objectThatSaysNothingIsKept() {
        Reading reading = read(Callback.of("{}").get());

        assertInstanceOf(Reading.Nothing.class, reading);
    }

    protected final Reading read(IncomingRequest request) {
        return provider.read(request, connector);
    }

    private static void assertKeepsTheContract(Reading reading) {
        if (reading instanceof Reading.Events events) {
            assertTrue(!events.events().isEmpty());
            events.events().forEach(event -> {
                Schemas.assertValid(event.type(), Json.bytes(event.data()));
                assertTrue(!event.subject().isEmpty() && event.subject().length() <= 255, event.subject());
            });
        } else if (reading instanceof Reading.Nothing nothing) {
            assertTrue(nothing.detail().length() < 400, nothing.detail());
        }
    }
}
