package io.ticketwire.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everything that can be told in Ticketwire's own format arrives as the event that the contract names. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class ReceiveTest extends Scenario {

    @Test
    void everyKindOfEventArrivesAsTheContractSays() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "max_in_flight", 64));
        String connector = gateway.connector("receive", null);

        send(connector, "ticket.create", "{\"external_id\":\"7\",\"subject\":\"Refund\",\"status\":\"open\"}");
        send(connector, "ticket.update", "{\"external_id\":\"7\",\"priority\":\"high\"}");
        send(connector, "conversation.add", "{\"ticket_id\":\"7\",\"text\":\"Any news?\",\"public\":true}");
        send(connector, "ticket.escalate", "{\"ticket_id\":\"7\",\"reason\":\"angry\",\"by\":\"rule\"}");
        send(connector, "ticket.resolve", "{\"external_id\":\"7\"}");
        send(
                connector,
                "message.create",
                "{\"message_id\":\"m1\",\"channel\":\"sms\",\"from\":\"+1\",\"text\":\"Hi\"}");
        send(connector, "contact.upsert", "{\"id\":\"c1\",\"email\":\"jo@customer.com\"}");
        send(connector, "contact.upsert", "{\"id\":\"c1\",\"email\":\"jo@customer.com\",\"name\":\"Jo\"}");
        send(connector, "campaign.complete", "{\"id\":\"k1\",\"name\":\"Spring\",\"sent\":10}");
        send(connector, "transfer.create", "{\"id\":\"x1\",\"ticket_id\":\"7\",\"from\":\"bot\",\"to\":\"Bo\"}");
        send(connector, "survey.respond", "{\"id\":\"s1\",\"ticket_id\":\"7\",\"score\":4}");
        send(connector, "feedback.create", "{\"id\":\"f1\",\"ticket_id\":\"7\",\"rating\":\"good\"}");
        send(connector, "ai_response.approve", "{\"id\":\"r1\",\"ticket_id\":\"7\",\"text\":\"Dear Jo\"}");
        send(connector, "ai_response.reject", "{\"id\":\"r2\",\"ticket_id\":\"7\",\"reason\":\"too long\"}");

        List<String> expected = List.of(
                "ai.response.approved",
                "ai.response.rejected",
                "campaign.completed",
                "contact.created",
                "contact.updated",
                "conversation.added",
                "feedback.received",
                "message.incoming",
                "survey.response.completed",
                "ticket.created",
                "ticket.escalated",
                "ticket.resolved",
                "ticket.updated",
                "transfer.created");
        await().untilAsserted(() -> assertEquals(expected, types(receiver)));
        receiver.received()
                .forEach(webhook -> Schemas.assertValid(
                        webhook.header("X-Webhook-Event"),
                        webhook.json().get("data").toString().getBytes(UTF_8)));
    }

    @Test
    void aTicketsConversationAndEventsAreShownWithIt() {
        String connector = gateway.connector("receive", null);

        send(connector, "ticket.create", "{\"external_id\":\"8\",\"subject\":\"Refund\",\"status\":\"open\"}");
        send(connector, "conversation.add", "{\"ticket_id\":\"8\",\"text\":\"Any news?\",\"author_name\":\"Jo\"}");

        String tickets = "/api/v1/tickets?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(tickets).get("items").size()));
        String id = gateway.get(tickets).at("/items/0/id").textValue();
        await().untilAsserted(() -> assertEquals(
                2, gateway.get("/api/v1/tickets/" + id).get("events").size()));
        JsonNode detail = gateway.get("/api/v1/tickets/" + id);
        assertEquals("Any news?", detail.at("/conversation/0/text").textValue());
        assertTrue(detail.at("/ticket/ticket_number").textValue().startsWith("TW-"));
    }

    private void send(String connector, String event, String data) {
        String body = "{\"event\":\"" + event + "\",\"data\":" + data + "}";
        assertEquals(200, gateway.callback(connector, body).statusCode(), event);
    }

    private static List<String> types(Receiver receiver) {
        return receiver.received().stream()
                .collect(Collectors.toMap(Receiver.Received::delivery, r -> r.header("X-Webhook-Event"), (a, b) -> a))
                .values()
                .stream()
                .sorted()
                .toList();
    }
}
