package io.ticketwire.ingress.chat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every chat tool: it reads its own payloads and takes nothing of anybody else's for one. */
public abstract class ReadsChatFixtures extends ReadsFixtures {

    /** @param receivedAt when the payloads arrive */
    protected ReadsChatFixtures(Provider provider, String tool, Instant receivedAt) {
        super(provider, new ProviderFixtures(tool, receivedAt), ConnectorExample.of(tool));
    }

    @Test
    void payloadsOfOthersAreNoEvents() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fixtures/tickets"))) {
            for (Path file :
                    files.filter(file -> !file.toString().contains(type())).toList()) {
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
}
