package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a customer writes is read, told once, shown with the ticket, and corrected by people. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(IntelligenceProfile.class)
class IntelligenceTest extends Scenario {

    private static final String ANALYZE = "/api/v1/intelligence/analyze";
    private static final String HOSTILE = "You are useless idiots. Call +49 170 1234567 or write to dana@customer.com";

    @Test
    void aHostileTicketIsAnalyzedAndEscalatedOnceHoweverOftenItComes() {
        // given
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("ticket.analyzed", "ticket.escalated"), "ordered", true));
        String connector = gateway.connector("receive", null);

        // when
        send(connector, "ticket.create", ticket("t1", "Broken", HOSTILE));
        send(connector, "ticket.create", ticket("t1", "Broken", HOSTILE));
        send(connector, "conversation.add", reply("t1", "c1", "customer", "Idiots, all of you"));
        send(connector, "conversation.add", reply("t1", "c2", "agent", "Idiots? I am sorry"));
        send(connector, "conversation.add", reply("t1", "c3", "customer", "thanks"));

        // then
        await().untilAsserted(() ->
                assertEquals(3, received(receiver, "ticket.analyzed").size()));
        List<JsonNode> insights = received(receiver, "ticket.analyzed");
        assertEquals(
                List.of("hostile", "hostile", "none"),
                insights.stream()
                        .map(data -> data.at("/insight/hostility/level").textValue())
                        .toList());
        assertEquals("rising", insights.get(2).at("/insight/sentiment/trend").textValue());
        assertEquals("t1", insights.get(0).at("/ticket/external_id").textValue());
        insights.forEach(
                data -> Schemas.assertValid("ticket.analyzed", data.toString().getBytes(UTF_8)));
        JsonNode escalated = theOnlyEscalation(receiver);
        assertEquals("intelligence", escalated.at("/by").textValue());
        assertTrue(escalated.at("/reason").textValue().startsWith("Hostile message: "));
        assertEquals("Broken", escalated.at("/ticket/subject").textValue());
    }

    @Test
    void aHostileReplyThatOvertakesItsTicketEscalatesItOnceTheTicketIsThere() {
        // given
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("ticket.analyzed", "ticket.escalated")));
        String connector = gateway.connector("receive", null);
        send(connector, "conversation.add", reply("t1", "c1", "customer", "Idiots, all of you"));
        await().untilAsserted(() ->
                assertEquals(1, received(receiver, "ticket.analyzed").size()));

        // when
        send(connector, "ticket.create", ticket("t1", "Question", "How do I pay?"));

        // then
        await().untilAsserted(() ->
                assertEquals(2, received(receiver, "ticket.analyzed").size()));
        JsonNode escalated = theOnlyEscalation(receiver);
        assertEquals(
                "Hostile message that came before its ticket",
                escalated.at("/reason").textValue());
        assertEquals("Question", escalated.at("/ticket/subject").textValue());
    }

    @Test
    void aHostileReplyThatOvertakesATicketWithoutTextEscalatesItOnce() {
        // given
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("ticket.analyzed", "ticket.escalated")));
        String connector = gateway.connector("receive", null);
        send(connector, "conversation.add", reply("t1", "c1", "customer", "Idiots, all of you"));
        await().untilAsserted(() ->
                assertEquals(1, received(receiver, "ticket.analyzed").size()));

        // when
        send(connector, "ticket.create", "{\"external_id\":\"t1\",\"subject\":null,\"description\":null}");
        send(connector, "ticket.update", ticket("t1", "Question", "How do I pay?"));

        // then
        await().untilAsserted(() ->
                assertEquals(2, received(receiver, "ticket.analyzed").size()));
        assertEquals(
                "Hostile message that came before its ticket",
                theOnlyEscalation(receiver).at("/reason").textValue());
        assertEquals(2, received(receiver, "ticket.analyzed").size());
    }

    @Test
    void anInsightIsShownWithItsTicketAndFoundByItsHostility() {
        // given
        String connector = gateway.connector("receive", null);
        String tickets = "/api/v1/tickets?connector_id=" + connector;

        // when
        send(connector, "ticket.create", ticket("t1", "Broken", HOSTILE));
        send(connector, "ticket.create", ticket("t2", "Question", "How do I pay?"));

        // then
        await().untilAsserted(() -> assertEquals(
                1, gateway.get(tickets + "&hostility=hostile").get("items").size()));
        await().untilAsserted(() -> assertEquals(
                1, gateway.get(tickets + "&hostility=none").get("items").size()));
        JsonNode item = gateway.get(tickets + "&hostility=hostile").at("/items/0");
        assertEquals("t1", item.get("external_id").textValue());
        assertEquals("very_negative", item.at("/insight/sentiment").textValue());
        assertEquals("hostile", item.at("/insight/hostility").textValue());
        JsonNode detail = gateway.get("/api/v1/tickets/" + item.get("id").textValue());
        assertTrue(detail.at("/insight/hostility/score").doubleValue() > 0.5);
        assertEquals(
                "dana@customer.com", detail.at("/insight/entities/emails/0").textValue());
        assertEquals(400, gateway.download(tickets + "&hostility=furious").statusCode());
    }

    @Test
    void aCorrectionIsKeptAndGivenOutForTraining() {
        // given
        String connector = gateway.connector("receive", null);
        String id = analyzed(connector, ticket("t1", "Broken", HOSTILE));
        String feedback = "/api/v1/tickets/" + id + "/insight/feedback";
        String key = newId();

        // when
        HttpResponse<String> first = gateway.post(feedback, corrections(Map.of("category", "login", "spam", true)));
        HttpResponse<String> second = gateway.post(feedback, corrections(Map.of("hostility", "frustrated")), key);
        HttpResponse<String> again = gateway.post(feedback, corrections(Map.of("hostility", "frustrated")), key);

        // then
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, second.statusCode(), second.body());
        assertEquals(second.body(), again.body());
        JsonNode kept = Json.tree(second.body());
        assertEquals(id, kept.get("ticket_id").textValue());
        assertFalse(kept.get("given_by").textValue().isEmpty());
        List<JsonNode> lines = exported("?limit=1000").stream()
                .filter(line -> line.get("id").equals(kept.get("event_id")))
                .toList();
        assertEquals(
                "{\"id\":\"%s\",\"subject\":\"Broken\",\"text\":\"%s\",\"hostility\":\"frustrated\",\"source\":\"feedback\"}"
                        .formatted(
                                kept.get("event_id").textValue(),
                                "You are useless idiots. Call +<phone> or write to <email>"),
                lines.get(0).toString());
        assertEquals(1, lines.size());
    }

    @Test
    void correctionsAreGivenOutPageByPage() {
        // given
        String connector = gateway.connector("receive", null);
        String since = Instant.now().toString();
        for (String ticket : List.of("t1", "t2", "t3")) {
            String id = analyzed(connector, ticket(ticket, "Broken", HOSTILE));
            gateway.post("/api/v1/tickets/" + id + "/insight/feedback", corrections(Map.of("spam", false)));
        }

        // when
        HttpResponse<byte[]> first = gateway.download("/api/v1/intelligence/feedback.jsonl?limit=2&since=" + since);
        String link = first.headers().firstValue("Link").orElseThrow();
        HttpResponse<byte[]> second = gateway.download(link.substring(1, link.indexOf('>')));

        // then
        assertEquals(
                "application/x-ndjson",
                first.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertEquals(2, new String(first.body(), UTF_8).lines().count());
        assertEquals(1, new String(second.body(), UTF_8).lines().count());
        assertTrue(second.headers().firstValue("Link").isEmpty());
    }

    @Test
    void aCorrectionThatSaysNothingOrOfNothingIsRefused() {
        // given
        String connector = gateway.connector("receive", null);
        String id = analyzed(connector, ticket("t1", "Broken", HOSTILE));
        String feedback = "/api/v1/tickets/" + id + "/insight/feedback";
        Map<String, Object> ofUnknown = Map.of("event_id", UUID.randomUUID(), "corrections", Map.of("spam", true));

        // when
        HttpResponse<String> wrong =
                gateway.post(feedback, corrections(Map.of("sentiment", "sad", "category", "No Word")));

        // then
        assertEquals(400, wrong.statusCode());
        assertEquals(
                List.of("corrections.sentiment", "corrections.category"),
                Json.tree(wrong.body()).get("errors").findValuesAsText("field"));
        assertEquals(400, gateway.post(feedback, corrections(Map.of())).statusCode());
        assertEquals(400, gateway.post(feedback, Map.of("note", "hm")).statusCode());
        assertEquals(404, gateway.post(feedback, ofUnknown).statusCode());
        assertEquals(
                404,
                gateway.post(
                                "/api/v1/tickets/" + UUID.randomUUID() + "/insight/feedback",
                                corrections(Map.of("spam", true)))
                        .statusCode());
        assertNotEquals(
                200, gateway.anonymous("/api/v1/intelligence/feedback.jsonl").statusCode());
    }

    @Test
    void aTextIsReadForWhoeverAsksAndNothingIsStored() {
        // given
        String kept = "/api/v1/tickets?limit=200";
        int before = gateway.get(kept).get("items").size();

        // when
        HttpResponse<String> response = analyze(Map.of("subject", "Broken", "description", HOSTILE, "language", "en"));

        // then
        JsonNode insight = Json.tree(response.body());
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("hostile", insight.at("/hostility/level").textValue());
        assertEquals(1, insight.at("/language/confidence").doubleValue());
        assertEquals("dana@customer.com", insight.at("/entities/emails/0").textValue());
        assertTrue(insight.at("/escalation/score").intValue() >= 40, response.body());
        assertFalse(insight.get("explanations").isEmpty());
        assertTrue(insight.get("ticket_id").isNull());
        assertTrue(insight.at("/sentiment/trend").isNull());
        assertTrue(insight.at("/urgency/differs_from_set").isNull());
        assertTrue(insight.get("similar").isEmpty());
        assertEquals(before, gateway.get(kept).get("items").size());
    }

    @Test
    void aTextIsReadWhateverItsWords() {
        assertEquals("en", language(Map.of("description", "How do I pay?", "language", "tlh")));
        assertEquals("en", language(Map.of("description", "How do I pay? ".repeat(7_000))));
        assertEquals("und", language(Map.of("subject", "12345 \uD83D\uDE80 \u0000")));
        assertFalse(language(Map.of("description", "tlhIngan maH, qaleghneS 'ej nuqneH"))
                .isEmpty());
    }

    @Test
    void whatCanNotBeAnalyzedIsRefusedByField() {
        Map<String, Object> tooLong =
                Map.of("subject", "a".repeat(1_001), "description", "a".repeat(100_001), "language", "e".repeat(36));

        assertRefused(Map.of(), "description");
        assertRefused(Map.of("subject", " ", "description", "\n", "language", "en"), "description");
        assertRefused(Map.of("description", "a".repeat(100_001)), "description");
        assertRefused(tooLong, "subject", "description", "language");
        assertEquals(200, analyze(Map.of("description", "a".repeat(100_000))).statusCode());
        assertEquals(400, analyze(List.of("no object")).statusCode());
        assertEquals(
                401,
                gateway.call("POST", ANALYZE, "{}".getBytes(UTF_8), "Content-Type", "application/json")
                        .statusCode());
    }

    private HttpResponse<String> analyze(Object question) {
        return gateway.post(ANALYZE, question);
    }

    private String language(Map<String, Object> question) {
        HttpResponse<String> response = analyze(question);
        assertEquals(200, response.statusCode(), response.body());
        return Json.tree(response.body()).at("/language/code").textValue();
    }

    private void assertRefused(Map<String, Object> question, String... fields) {
        HttpResponse<String> response = analyze(question);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        assertEquals(List.of(fields), Json.tree(response.body()).get("errors").findValuesAsText("field"));
    }

    private String analyzed(String connector, String ticket) {
        send(connector, "ticket.create", ticket);
        String externalId = Json.tree(ticket).get("external_id").textValue();
        String tickets = "/api/v1/tickets?connector_id=" + connector + "&q=" + externalId;
        await().until(() -> gateway.get(tickets).at("/items/0/insight").isObject());
        return gateway.get(tickets).at("/items/0/id").textValue();
    }

    private List<JsonNode> exported(String query) {
        byte[] lines =
                gateway.download("/api/v1/intelligence/feedback.jsonl" + query).body();
        return new String(lines, UTF_8).lines().map(Json::tree).toList();
    }

    private static Map<String, Object> corrections(Map<String, Object> corrections) {
        return Map.of("corrections", corrections, "note", "seen by a person");
    }

    private static String ticket(String id, String subject, String description) {
        return "{\"external_id\":\"%s\",\"subject\":\"%s\",\"description\":\"%s\",\"customer_email\":\"dana@customer.com\"}"
                .formatted(id, subject, description);
    }

    private static String reply(String ticket, String id, String author, String text) {
        return "{\"ticket_id\":\"%s\",\"id\":\"%s\",\"author_type\":\"%s\",\"text\":\"%s\",\"public\":true}"
                .formatted(ticket, id, author, text);
    }

    private void send(String connector, String event, String data) {
        String body = "{\"event\":\"" + event + "\",\"data\":" + data + "}";
        assertEquals(200, gateway.callback(connector, body).statusCode(), event);
    }

    /** Fails if another comes soon after it. */
    private static JsonNode theOnlyEscalation(Receiver receiver) {
        await().during(Duration.ofSeconds(1))
                .until(() -> received(receiver, "ticket.escalated").size() == 1);
        return received(receiver, "ticket.escalated").get(0);
    }

    private static List<JsonNode> received(Receiver receiver, String type) {
        return receiver.received().stream()
                .filter(webhook -> webhook.header("X-Webhook-Event").equals(type))
                .map(webhook -> webhook.json().get("data"))
                .toList();
    }
}
