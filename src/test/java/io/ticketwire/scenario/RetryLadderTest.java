package io.ticketwire.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Log;
import io.ticketwire.testing.Receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ladder of delay tiers, on the real broker, with rungs of milliseconds. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class RetryLadderTest extends Scenario {

    /** In step with the tiers of {@link ScenarioProfile}: each delay is the length of a waiting room. */
    private static final List<String> POLICY = List.of("PT0.2S", "PT0.5S", "PT1S", "PT1.5S", "PT2S");

    private static final long[] DELAYS = {200, 500, 1_000, 1_500, 2_000};
    private static final List<String> ROOMS = List.of("1s", "5s", "10s", "30s", "1m");

    @Test
    void aReceiverThatFailsFiveTimesGetsSixAttemptsNoneEarlyUnderOneIdThroughTheRightRooms() {
        Receiver receiver = receiver().answering(request -> request.count() <= 5 ? 500 : 200);
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "retry_policy", POLICY));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(() -> assertEquals(6, receiver.received().size()));
        List<Receiver.Received> attempts = receiver.received();
        String delivery = attempts.get(0).delivery();
        for (int n = 0; n < attempts.size(); n++) {
            assertEquals(delivery, attempts.get(n).delivery());
            assertEquals(Integer.toString(n + 1), attempts.get(n).header("X-Webhook-Attempt"));
        }
        JsonNode recorded = awaitStatus(delivery, "delivered");
        assertEquals(6, recorded.get("attempts").size());
        assertNoneEarly(recorded.get("attempts"));
        ROOMS.forEach(room -> assertTrue(
                Log.of(EmbeddedStack.kafkaBootstrap(), "ticketwire.deliveries.retry." + room).stream()
                        .anyMatch(message -> isOf(delivery, message)),
                room));
    }

    @Test
    void aReceiverThatAlwaysFailsEndsDeadAndCanBeSentToAgain() {
        Receiver receiver = receiver().answering(request -> 503);
        gateway.endpoint(receiver, Map.of("events", List.of("ticket.*"), "retry_policy", List.of("PT0.2S", "PT0.2S")));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(() -> assertEquals(3, receiver.received().size()));
        String delivery = receiver.received().get(0).delivery();
        assertEquals(
                "status: 503", awaitStatus(delivery, "dead").get("last_error").textValue());
        assertTrue(Log.of(EmbeddedStack.kafkaBootstrap(), "ticketwire.deliveries.dead").stream()
                .anyMatch(message -> isOf(delivery, message)));
        receiver.answering(request -> 204);
        assertEquals(
                202,
                gateway.post("/api/v1/deliveries/" + delivery + "/resend", Map.of())
                        .statusCode());
        assertEquals(4, awaitStatus(delivery, "delivered").get("attempts").size());
    }

    @Test
    void aResendOvertakesTheRetryThatIsPending() {
        Receiver receiver = receiver().answering(request -> request.count() == 1 ? 500 : 200);
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "retry_policy", List.of("PT3S")));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        String delivery = receiver.received().get(0).delivery();
        awaitStatus(delivery, "retrying");

        gateway.post("/api/v1/deliveries/" + delivery + "/resend", Map.of());

        awaitStatus(delivery, "delivered");
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> receiver.received().size() == 2);
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgainAndItsEndpointIsDisabled() {
        Receiver receiver = receiver().answering(request -> 410);
        JsonNode endpoint = gateway.endpoint(receiver, Map.of("events", List.of("ticket.*")));
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        String path = "/api/v1/endpoints/" + endpoint.get("id").textValue();
        await().untilAsserted(() ->
                assertEquals("disabled", gateway.get(path).get("status").textValue()));
        assertEquals("gone", gateway.get(path).get("disabled_reason").textValue());
        awaitStatus(receiver.received().get(0).delivery(), "failed");
        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertEquals(
                1,
                gateway.get("/api/v1/deliveries?status=skipped&endpoint_id="
                                + endpoint.get("id").textValue())
                        .get("items")
                        .size()));
        assertEquals(1, receiver.received().size());
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadAndStopsNobody() {
        byte[] value = ("no delivery " + newId()).getBytes(UTF_8);
        Map<String, Object> broker = Map.of("bootstrap.servers", EmbeddedStack.kafkaBootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("ticketwire.deliveries", "key", value));
        }

        await().untilAsserted(
                        () -> assertTrue(Log.of(EmbeddedStack.kafkaBootstrap(), "ticketwire.deliveries.dead").stream()
                                .anyMatch(message -> Arrays.equals(value, message.value()))));
    }

    private static boolean isOf(String delivery, ConsumerRecord<?, ?> message) {
        Header id = message.headers().lastHeader("ticketwire_delivery_id");
        return id != null && new String(id.value(), UTF_8).equals(delivery);
    }

    private JsonNode awaitStatus(String delivery, String status) {
        String path = "/api/v1/deliveries/" + delivery;
        await().untilAsserted(() ->
                assertEquals(status, gateway.get(path).get("status").textValue()));
        return gateway.get(path);
    }

    /** By the gateway's own clock: from the end of an attempt to the start of the next. */
    private static void assertNoneEarly(JsonNode attempts) {
        for (int n = 1; n < attempts.size(); n++) {
            JsonNode before = attempts.get(n - 1);
            Instant ended = Instant.parse(before.get("started_at").textValue())
                    .plusMillis(before.get("duration_ms").longValue());
            Instant started = Instant.parse(attempts.get(n).get("started_at").textValue());
            long waited = Duration.between(ended, started).toMillis();
            assertTrue(waited >= DELAYS[n - 1] - 1, "attempt " + (n + 1) + " after " + waited + " ms");
        }
    }
}
