package io.ticketwire.delivery.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.Json;
import io.ticketwire.event.store.Emission;
import io.ticketwire.testing.Schemas;

import static io.ticketwire.delivery.health.Attempts.ENDPOINT;
import static io.ticketwire.delivery.health.Attempts.NINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The events that tell how an endpoint does. */
class HealthRowTest {

    private static final HealthRow ROW = new HealthRow(
            ENDPOINT,
            "CRM",
            "https://crm.example.com:8443/hooks/T0KEN?key=s3cret",
            new HealthPolicy(10, Duration.ZERO, NINE),
            new EndpointHealth(EndpointStatus.ACTIVE, null, null, 0, null, null, null));

    @Test
    void everyEventIsWhatTheSchemaSays() {
        List<Emission> emissions = emissions(Attempts.ofTickets().of("dsg"));

        assertEquals(
                List.of("webhook.failing", "webhook.recovered", "webhook.disabled"),
                emissions.stream().map(emission -> emission.event().type()).toList());
        emissions.forEach(emission ->
                Schemas.assertValid(emission.event().type(), emission.event().data()));
    }

    @Test
    void itSaysWhoAndWhyAndHowOften() {
        Emission emission = emissions(Attempts.ofTickets().of("ffffffffff")).get(0);
        JsonNode data = Json.read(emission.event().data(), JsonNode.class);

        assertEquals("/endpoints/" + ENDPOINT, emission.event().source());
        assertEquals(ENDPOINT.toString(), emission.event().subject());
        assertEquals(NINE.plusSeconds(10).plusMillis(12), emission.event().time());
        assertEquals("failures", data.get("reason").textValue());
        assertEquals(10, data.get("consecutive_failures").intValue());
        assertEquals("2026-07-01T09:00:01.000Z", data.get("failing_since").textValue());
        assertEquals("status: 503", data.get("last_error").textValue());
        assertEquals("crm.example.com:8443", data.at("/endpoint/host").textValue());
        assertEquals("disabled", data.at("/endpoint/status").textValue());
    }

    @Test
    void itTellsNothingOfThePathAndTheQueryOfTheUrl() {
        String data = new String(
                emissions(Attempts.ofTickets().of("g")).get(0).event().data(), UTF_8);

        assertFalse(data.contains("T0KEN") || data.contains("s3cret"), data);
    }

    @Test
    void theSameAttemptMakesTheSameEventAndAnotherOneAnother() {
        List<Attempt> attempts = Attempts.ofTickets().of("gg");

        var first = emissions(attempts.subList(0, 1)).get(0).event().id();
        var again = emissions(attempts.subList(0, 1)).get(0).event().id();
        var other = emissions(attempts.subList(1, 2)).get(0).event().id();

        assertEquals(first, again);
        assertNotEquals(first, other);
    }

    private static List<Emission> emissions(List<Attempt> attempts) {
        return new HealthBatch(Map.of(ENDPOINT, ROW)).apply(attempts).emissions();
    }
}
