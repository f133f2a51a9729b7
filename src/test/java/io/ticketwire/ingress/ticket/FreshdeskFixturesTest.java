package io.ticketwire.ingress.ticket;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Every payload under fixtures/freshdesk is read as the file beside it says. */
class FreshdeskFixturesTest {

    private static final ProviderFixtures FIXTURES = ProviderFixtures.of("freshdesk");
    private static final Connector CONNECTOR = ConnectorExample.with("freshdesk", Map.of("subdomain", List.of("acme")));

    private final FreshdeskProvider provider = new FreshdeskProvider();

    static List<String> payloads() {
        return FIXTURES.payloads();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payloadIsReadAsExpected(String payload) {
        // when
        Reading reading = provider.read(FIXTURES.request(payload).get(), CONNECTOR);
        // then
        assertEquals(FIXTURES.expected(payload), ProviderFixtures.json(reading).toPrettyString());
    }

    @Test
    void nothingThrowsWhateverTypeAValueHas() {
        // given
        List<JsonNode> mutants = FIXTURES.mutants().toList();
        assertFalse(mutants.isEmpty());
        for (JsonNode mutant : mutants) {
            Callback request = Callback.of(Json.bytes(mutant));
            // when
            Reading reading = provider.read(request.get(), CONNECTOR);
            // then
            ProviderFixtures.assertFit(reading);
        }
    }
}
