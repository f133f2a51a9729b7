package io.ticketwire.scenario;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.EventCodec;
import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Log;
import io.ticketwire.testing.Receiver;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A ticket goes in, a signed webhook comes out. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class RoundTripTest extends Scenario {

    @Test
    void aTicketGoesInAndASignedWebhookComesOut() throws Exception {
        Receiver receiver = receiver();
        String secret = gateway.endpoint(receiver, Map.of("events", List.of("ticket.*")))
                .get("secret")
                .textValue();
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(connector, ticket(newId(), "new"));

        assertEquals(200, answer.statusCode());
        assertEquals("{\"ok\":true,\"status\":\"received\",\"connector\":\"Acme webhook\"}", answer.body());
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        Receiver.Received webhook = receiver.received().get(0);
        assertEquals("sha256=" + hmac(secret, webhook.body()), webhook.header("X-Webhook-Signature"));
        assertEquals("ticket.created", webhook.header("X-Webhook-Event"));
        JsonNode body = webhook.json();
        assertEquals(
                answer.headers().firstValue("X-Ticketwire-Event-Id").orElseThrow(),
                body.get("id").textValue());
        assertEquals("cfo@customer.com", body.at("/data/ticket/customer_email").textValue());
        Schemas.assertValid("ticket.created", body.get("data").toString().getBytes(UTF_8));
    }

    @Test
    void aStandardWebhookIsVerifiedBySomebodyElsesLibrary() throws Exception {
        Receiver receiver = receiver();
        String secret = gateway.endpoint(receiver, Map.of("events", List.of("*"), "signature", "standard"))
                .get("secret")
                .textValue();
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        Receiver.Received webhook = receiver.received().get(0);
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(webhook.header("webhook-id")),
                        "webhook-timestamp", List.of(webhook.header("webhook-timestamp")),
                        "webhook-signature", List.of(webhook.header("webhook-signature"))),
                (name, value) -> true);
        new Webhook(secret).verify(new String(webhook.body(), UTF_8), headers);
    }

    @Test
    void theSameWebhookTwiceIsOneTicketOneEventOneDeliveryAndTheAnswersAreEqual() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*")));
        String connector = gateway.connector("webhook", null);
        String body = ticket(newId(), "open");

        HttpResponse<String> first = gateway.callback(connector, body);
        HttpResponse<String> second = gateway.callback(connector, body);
        gateway.callback(connector, ticket(newId(), "open"));

        assertEquals(first.statusCode(), second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(first.headers().map(), second.headers().map());
        await().untilAsserted(() -> assertEquals(2, receiver.received().size()));
        assertEquals(
                2,
                gateway.get("/api/v1/events?connector_id=" + connector)
                        .get("items")
                        .size());
        assertEquals(
                2,
                gateway.get("/api/v1/tickets?connector_id=" + connector)
                        .get("items")
                        .size());
        await().during(Duration.ofMillis(500)).until(() -> receiver.received().size() == 2);
    }

    @Test
    void aTicketThatIsOpenSolvedAndOpenAgainByEqualBodiesMakesThreeEvents() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*")));
        String connector = gateway.connector("webhook", null);
        String id = newId();

        for (String status : List.of("open", "solved", "open")) {
            gateway.callback(connector, ticket(id, status));
        }

        await().untilAsserted(() -> assertEquals(
                List.of("ticket.created", "ticket.reopened", "ticket.resolved"),
                receiver.received().stream()
                        .map(webhook -> webhook.header("X-Webhook-Event"))
                        .sorted()
                        .toList()));
    }

    @Test
    void anOlderUpdateNeverOverwritesANewerOne() {
        String connector = gateway.connector("webhook", null);
        String body = """
                {"ticket":{"id":"t-1","subject":"%s","status":"open","updated_at":"%s"}}""";

        gateway.callback(connector, body.formatted("newer", "2026-07-01T10:00:00Z"));
        gateway.callback(connector, body.formatted("older", "2026-07-01T09:00:00Z"));
        gateway.callback(connector, ticket("t-2", "open"));

        String tickets = "/api/v1/tickets?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(2, gateway.get(tickets).get("items").size()));
        JsonNode ticket = gateway.get(tickets + "&q=t-1").at("/items/0");
        assertEquals("newer", ticket.get("subject").textValue());
    }

    @Test
    void downstreamTeamsReadTheEventAsACloudEventWithItsRawRequestBehindIt() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(connector, ticket(newId(), "open"));

        String id = answer.headers().firstValue("X-Ticketwire-Event-Id").orElseThrow();
        await().untilAsserted(() -> assertTrue(Log.of(EmbeddedStack.kafkaBootstrap(), "ticketwire.tickets").stream()
                .anyMatch(message -> id.equals(EventCodec.find(message.headers(), "ce_id"))
                        && "1.0".equals(EventCodec.find(message.headers(), "ce_specversion")))));
        JsonNode raw = gateway.get("/api/v1/events/" + id + "/raw");
        assertEquals(
                "Login not working",
                Json.tree(raw.get("body").textValue()).at("/ticket/subject").textValue());
        assertFalse(gateway.get("/api/v1/events/" + id).get("verified").booleanValue());
    }

    @Test
    void aSenderThatAsksBeforeItSendsTheBodyIsToldToGoOn() throws Exception {
        String connector = gateway.connector("webhook", null);
        HttpRequest request = HttpRequest.newBuilder(url.toURI().resolve("/api/webhooks/connectors/" + connector))
                .header("Content-Type", "application/json")
                .expectContinue(true)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(ticket(newId(), "open")))
                .build();

        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
    }

    private static String hmac(String secret, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
