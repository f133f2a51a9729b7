package io.ticketwire.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Log;
import io.ticketwire.testing.Receiver;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Endpoints that fail, are disabled, and recover; and who hears of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class EndpointHealthScenarioTest extends Scenario {

    /** Whoever spares an endpoint that fails makes ten failures take their time. */
    private static final Duration TEN_FAILURES = Duration.ofSeconds(90);

    /** Nine retries that come soon, and one that comes when all is decided. */
    private static final List<String> TEN_AND_A_LATE_ONE = Stream.concat(
                    Collections.nCopies(9, "PT0.2S").stream(), Stream.of("PT4S"))
            .toList();

    @Test
    void tenFailuresInARowDisableTheEndpointAndTheDeliveryThatWaitsIsSkipped() {
        Receiver receiver = receiver().answering(request -> 500);
        String endpoint = endpoint(receiver, Map.of("events", List.of("*"), "retry_policy", TEN_AND_A_LATE_ONE));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().atMost(TEN_FAILURES).untilAsserted(() -> assertStatus("disabled", endpoint));
        JsonNode disabled = get(endpoint);
        assertEquals("failures", disabled.get("disabled_reason").textValue());
        assertEquals(10, disabled.get("consecutive_failures").intValue());
        String delivery = receiver.received().get(0).delivery();
        awaitDelivery(delivery, "skipped");
        assertEquals(10, receiver.received().size());
        awaitTold(endpoint, "webhook.disabled");
    }

    @Test
    void nineFailuresAndASuccessAreForgotten() {
        Receiver receiver = receiver().answering(request -> request.count() <= 9 ? 500 : 200);
        String endpoint = endpoint(receiver, Map.of("events", List.of("*"), "retry_policy", TEN_AND_A_LATE_ONE));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().atMost(TEN_FAILURES)
                .untilAsserted(() -> assertEquals(10, receiver.received().size()));
        awaitDelivery(receiver.received().get(0).delivery(), "delivered");
        assertStatus("active", endpoint);
        assertEquals(0, get(endpoint).get("consecutive_failures").intValue());
        assertEquals(List.of(), told(endpoint));
    }

    @Test
    void aReceiverThatIsGoneDisablesItsEndpointAndWhatWaitsIsSkippedWhenItComesDue() {
        Receiver receiver = receiver().answering(request -> 500);
        String endpoint = endpoint(receiver, Map.of("events", List.of("ticket.*"), "retry_policy", List.of("PT3S")));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        String waiting = receiver.received().get(0).delivery();
        awaitDelivery(waiting, "retrying");
        receiver.answering(request -> 410);

        gateway.callback(connector, ticket(newId(), "open"));

        awaitDelivery(waiting, "skipped");
        assertEquals("gone", get(endpoint).get("disabled_reason").textValue());
        assertEquals(2, receiver.received().size());
        awaitTold(endpoint, "webhook.disabled");
    }

    @Test
    void withThePresetMessagingItIsFailingAfterTheLastRetryAndWellAgainAfterTheNextSuccess() {
        Receiver receiver = receiver().answering(request -> 500);
        String endpoint = endpoint(
                receiver,
                Map.of(
                        "events", List.of("ticket.*"),
                        "preset", "messaging",
                        "retry_policy", List.of("PT0.2S", "PT0.2S", "PT0.2S")));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertStatus("failing", endpoint));
        assertEquals(4, get(endpoint).get("consecutive_failures").intValue());
        receiver.answering(request -> 200);
        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(() -> assertStatus("active", endpoint));
        assertEquals(5, receiver.received().size());
        awaitTold(endpoint, "webhook.failing", "webhook.recovered");
    }

    @Test
    void enabledAgainItStartsFromNothingAndRecoversWithTheFirstSuccess() {
        Receiver receiver = receiver().answering(request -> 410);
        String endpoint = endpoint(receiver, Map.of("events", List.of("ticket.*")));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertStatus("disabled", endpoint));
        receiver.answering(request -> 200);

        gateway.post("/api/v1/endpoints/" + endpoint + "/enable", Map.of());
        JsonNode enabled = get(endpoint);
        gateway.callback(connector, ticket(newId(), "open"));

        assertEquals("active", enabled.get("status").textValue());
        assertEquals(0, enabled.get("consecutive_failures").intValue());
        assertTrue(enabled.get("disabled_reason").isNull());
        awaitTold(endpoint, "webhook.disabled", "webhook.recovered");
    }

    @Test
    void whoSubscribedToItHearsOfItByWebhook() {
        Receiver watcher = receiver();
        gateway.endpoint(watcher, Map.of("name", "Watcher", "events", List.of("webhook.*")));
        Receiver receiver = receiver().answering(request -> 410);
        String endpoint = endpoint(receiver, Map.of("name", "CRM", "events", List.of("ticket.*")));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(
                        () -> assertEquals(1, ofEndpoint(watcher, endpoint).size()));
        JsonNode webhook = ofEndpoint(watcher, endpoint).get(0);
        assertEquals("webhook.disabled", webhook.get("event").textValue());
        assertEquals("gone", webhook.at("/data/reason").textValue());
        assertEquals("CRM", webhook.at("/data/endpoint/name").textValue());
        assertEquals(1, webhook.at("/data/consecutive_failures").intValue());
        assertEquals(410, webhook.at("/data/last_status_code").intValue());
    }

    /** It takes news of its failing and refuses those of its recovery: the one must not lead to the other for ever. */
    @Test
    void anEndpointHasNoNewsOfNewsOfItself() {
        Receiver receiver = receiver().answering(request -> switch (request.header("X-Webhook-Event")) {
            case "ticket.created", "webhook.recovered" -> 500;
            default -> 200;
        });
        String endpoint =
                endpoint(receiver, Map.of("events", List.of("*"), "preset", "messaging", "retry_policy", List.of()));
        String connector = gateway.connector("webhook", null);
        String ticket = newId();

        gateway.callback(connector, ticket(ticket, "open"));
        await().untilAsserted(() -> assertEquals(2, receiver.received().size()));
        gateway.callback(connector, ticket(ticket, "solved"));

        awaitTold(endpoint, "webhook.failing", "webhook.recovered");
        await().untilAsserted(() -> assertEquals(4, receiver.received().size()));
        await().during(Duration.ofSeconds(2)).until(() -> receiver.received().size() == 4);
        assertEquals(2, told(endpoint).size());
    }

    private String endpoint(Receiver receiver, Map<String, ?> more) {
        return gateway.endpoint(receiver, more).get("id").textValue();
    }

    private JsonNode get(String endpoint) {
        return gateway.get("/api/v1/endpoints/" + endpoint);
    }

    private void assertStatus(String status, String endpoint) {
        assertEquals(status, get(endpoint).get("status").textValue());
    }

    private void awaitDelivery(String delivery, String status) {
        await().untilAsserted(() -> assertEquals(
                status,
                gateway.get("/api/v1/deliveries/" + delivery).get("status").textValue()));
    }

    private static List<JsonNode> ofEndpoint(Receiver watcher, String endpoint) {
        return watcher.received().stream()
                .map(Receiver.Received::json)
                .filter(body -> body.at("/data/endpoint/id").asText().equals(endpoint))
                .toList();
    }

    /** The events on the operations topic, each as its schema says. */
    private void awaitTold(String endpoint, String... types) {
        await().untilAsserted(() -> assertEquals(List.of(types), types(told(endpoint))));
        told(endpoint)
                .forEach(event -> Schemas.assertValid(types(List.of(event)).get(0), event.value()));
    }

    private static List<ConsumerRecord<String, byte[]>> told(String endpoint) {
        return Log.of(EmbeddedStack.kafkaBootstrap(), "ticketwire.operations").stream()
                .filter(event -> Objects.equals(event.key(), endpoint))
                .toList();
    }

    private static List<String> types(List<ConsumerRecord<String, byte[]>> events) {
        return events.stream()
                .map(event -> new String(event.headers().lastHeader("ce_type").value(), UTF_8))
                .toList();
    }
}
