package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What an operator does under an Idempotency-Key happens once, however often it is asked for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class SentTwiceTest extends Scenario {

    private Receiver receiver;
    private String ticket;

    @BeforeEach
    void aTicketWhoseWebhookHasArrived() {
        receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*")));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(newId(), "open"));
        await().until(arrived(1));
        ticket = "/api/v1/tickets/"
                + receiver.received().get(0).json().at("/data/ticket/id").textValue();
    }

    @Test
    void anEscalation() {
        String key = newId();
        HttpResponse<String> first = gateway.post(ticket + "/escalate", Map.of("reason", "churn"), key);

        HttpResponse<String> second = gateway.post(ticket + "/escalate", Map.of("reason", "churn"), key);

        assertEquals(202, first.statusCode());
        assertEquals(202, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(
                409,
                gateway.post(ticket + "/escalate", Map.of("reason", "another"), key)
                        .statusCode());
        gateway.post(ticket + "/resolve", Map.of());
        await().until(arrived(3));
        assertEquals(List.of("ticket.created", "ticket.escalated", "ticket.resolved"), types());
    }

    @Test
    void aResolution() {
        String key = newId();
        HttpResponse<String> first = gateway.post(ticket + "/resolve", Map.of(), key);

        HttpResponse<String> second = gateway.post(ticket + "/resolve", Map.of(), key);

        assertEquals(202, first.statusCode());
        assertEquals(first.body(), second.body());
    }

    @Test
    void aResend() {
        JsonNode delivery = gateway.get("/api/v1/deliveries?limit=1").at("/items/0");
        String resend = "/api/v1/deliveries/" + delivery.get("id").textValue() + "/resend";
        String key = newId();
        HttpResponse<String> first = gateway.post(resend, Map.of(), key);

        HttpResponse<String> second = gateway.post(resend, Map.of(), key);

        assertEquals(202, first.statusCode());
        assertEquals(202, second.statusCode());
        assertEquals("", second.body());
        gateway.post(ticket + "/resolve", Map.of());
        await().until(arrived(3));
        assertEquals(List.of("ticket.created", "ticket.created", "ticket.resolved"), types());
    }

    private Callable<Boolean> arrived(int count) {
        return () -> receiver.received().size() >= count;
    }

    private List<String> types() {
        return receiver.received().stream()
                .map(webhook -> webhook.header("X-Webhook-Event"))
                .sorted()
                .toList();
    }
}
