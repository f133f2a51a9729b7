package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The broker goes away and comes back; the service stays. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class BrokerOutageTest extends Scenario {

    private boolean stopped;

    @AfterEach
    void bringTheBrokerBack() {
        if (stopped) {
            EmbeddedStack.startKafka();
        }
    }

    @Test
    void withTheBrokerStoppedTheAnswerIs503WithoutAHangAndWithItBackAllGoesOn() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*")));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(newId(), "open"));
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        stopBroker();

        long start = System.nanoTime();
        HttpResponse<String> answer = gateway.callback(connector, ticket(newId(), "open"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertAsksToTryAgain(answer);
        assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, "bounded, it took " + took);
        assertAsksToTryAgain(
                gateway.callback(connector, "[" + ticket(newId(), "open") + "," + ticket(newId(), "open") + "]"));
        assertAsksToTryAgain(gateway.post(
                "/api/v1/deliveries/"
                        + gateway.get("/api/v1/deliveries?limit=1")
                                .at("/items/0/id")
                                .textValue() + "/resend",
                Map.of()));
        startBroker();
        String id = newId();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        200, gateway.callback(connector, ticket(id, "open")).statusCode()));
        await().atMost(Duration.ofSeconds(60)).until(() -> receiver.received().stream()
                .anyMatch(webhook ->
                        id.equals(webhook.json().at("/data/ticket/external_id").textValue())));
    }

    private static void assertAsksToTryAgain(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    }

    private void stopBroker() {
        EmbeddedStack.stopKafka();
        stopped = true;
    }

    private void startBroker() {
        EmbeddedStack.startKafka();
        stopped = false;
    }
}
