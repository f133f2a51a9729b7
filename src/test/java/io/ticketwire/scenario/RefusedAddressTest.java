package io.ticketwire.scenario;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.NameResolver;
import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.ChangingNames;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A name that leads to the public internet when it is saved, and inside when it is used (DNS rebinding). */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(RefusedAddressTest.Profile.class)
class RefusedAddressTest extends Scenario {

    private static final String NAME = "rebound.example.com";

    /** No address inside is allowed. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.delivery.allow-http", "true", "ticketwire.delivery.dns-ttl", "1ms");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Names.class);
        }
    }

    /** Takes the place of the names that other tests have. */
    @Alternative
    @ApplicationScoped
    public static class Names implements NameResolver {
        final ChangingNames changing = new ChangingNames();

        @Override
        public Uni<List<InetAddress>> resolve(String name) {
            return changing.resolve(name);
        }

        void lead(String name, String address) {
            changing.lead(name, address);
        }
    }

    @Inject
    Names names;

    @Test
    void nothingIsSentAndTheDeliveryHasFailedAtOnce() {
        Receiver receiver = receiver();
        String url = receiver.url().replace("127.0.0.1", NAME);
        names.lead(NAME, "93.184.216.34");
        String endpoint = gateway.endpoint(
                        receiver, Map.of("events", List.of("*"), "url", url, "retry_policy", List.of("PT1S")))
                .get("id")
                .textValue();
        names.lead(NAME, "127.0.0.1");

        gateway.callback(gateway.connector("webhook", null), ticket(newId(), "open"));

        String failed = "/api/v1/deliveries?status=failed&endpoint_id=" + endpoint;
        await().untilAsserted(() -> assertFalse(gateway.get(failed).get("items").isEmpty()));
        JsonNode delivery = gateway.get(failed).get("items").get(0);
        assertEquals(
                "refused_address: the address 127.0.0.1 is loopback",
                delivery.get("last_error").textValue());
        JsonNode tested = Json.tree(gateway.post("/api/v1/endpoints/" + endpoint + "/test", Map.of())
                .body());
        assertFalse(tested.get("ok").booleanValue());
        assertEquals(
                "refused_address: the address 127.0.0.1 is loopback",
                tested.get("error").textValue());
        assertEquals(List.of(), receiver.received());
    }
}
