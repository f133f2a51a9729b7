package io.ticketwire.ingress.ticket;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** Every payload under fixtures/intercom, in the forms of Intercom, of its API before and since 2.0, is read as the file beside it says. */
class IntercomFixturesTest {

    private static final ProviderFixtures FIXTURES = ProviderFixtures.of("intercom");

    private final IntercomProvider provider = new IntercomProvider();

    static List<String> payloads() {
        return FIXTURES.payloads();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payloadIsReadAsExpected(String payload) {
        IncomingRequest request = FIXTURES.request(payload).get();

        Reading reading = provider.read(request, ConnectorExample.of("intercom"));

        assertEquals(FIXTURES.expected(payload), ProviderFixtures.json(reading).toPrettyString());
    }

    @Test
    void noValueOfAnotherTypeMakesItFail() {
        FIXTURES.mutants().forEach(this::readsSomething);
    }

    private void readsSomething(JsonNode mutant) {
        IncomingRequest request = Callback.of(mutant.toString()).get();

        Reading reading = provider.read(request, ConnectorExample.of("intercom"));

        assertNotNull(ProviderFixtures.json(reading), () -> "read as nothing at all: " + Json.text(mutant));
        provider.recognises(mutant, request.headers());
    }
}
