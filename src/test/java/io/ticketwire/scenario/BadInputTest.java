package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What senders get wrong: each a status and a problem document, nothing lost, nothing a 500. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class BadInputTest extends Scenario {

    private static final String JSON = "application/json";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no body                      | ``
                    not JSON                     | hello
                    JSON that is cut off         | {"ticket":{"id":1
                    JSON with more behind it     | {"ticket":{"id":1,"subject":"x"}} {}
                    JSON that is a number        | 42
                    JSON that is a text          | "ticket"
                    JSON that is null            | null
                    an array of numbers          | [1,2,3]
                    an empty array               | []
                    """)
    void isMalformed(String what, String body) {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(connector, body);

        assertProblem(400, answer);
    }

    @Test
    void tenThousandLevelsOfNestingAreMalformed() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(connector, "[".repeat(10_000) + "]".repeat(10_000));

        assertProblem(400, answer);
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        String connector = gateway.connector("webhook", null);
        byte[] body = {'{', '"', 'a', '"', ':', '"', 0, (byte) 0xff, '"', '}'};

        HttpResponse<String> answer = gateway.callback(connector, body, "Content-Type", JSON);

        assertProblem(400, answer);
    }

    @Test
    void aBodyOfTwoMebibytesIsTooLargeAndTheConnectionSurvivesIt() {
        String connector = gateway.connector("webhook", null);
        byte[] body = "a".repeat(2 * 1024 * 1024).getBytes(UTF_8);

        HttpResponse<String> answer = gateway.callback(connector, body, "Content-Type", JSON);

        assertProblem(413, answer);
        assertEquals(200, gateway.callback(connector, ticket(newId(), "open")).statusCode());
    }

    @Test
    void aFormIsNoMediaTypeOfThisRoute() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(
                connector, "id=1".getBytes(UTF_8), "Content-Type", "application/x-www-form-urlencoded");

        assertProblem(415, answer);
    }

    @Test
    void aConnectorThatDoesNotExistIsUnknown() {
        assertProblem(404, gateway.callback(UUID.randomUUID().toString(), "{}"));
        assertProblem(404, gateway.callback("not-an-id", "{}"));
    }

    @Test
    void aDisabledConnectorTakesNothing() {
        String connector = gateway.connector("webhook", null);
        gateway.patch("/api/v1/connectors/" + connector, Map.of("enabled", false));

        HttpResponse<String> answer = gateway.callback(connector, ticket(newId(), "open"));

        assertProblem(403, answer);
    }

    @Test
    void aGetIsTheWrongMethod() {
        HttpResponse<String> answer = gateway.anonymous("/api/webhooks/tickets");

        assertProblem(405, answer);
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains("POST"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "missing,",
        "of another body,sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "cut off,sha256=00",
        "without prefix,0000000000000000000000000000000000000000000000000000000000000000",
        "no hex,sha256=zz"
    })
    void aSignatureIsRefused(String what, String signature) {
        String connector = gateway.connector("webhook", "a-secret-of-the-platform");
        byte[] body = ticket(newId(), "open").getBytes(UTF_8);

        HttpResponse<String> answer = signature == null
                ? gateway.callback(connector, body, "Content-Type", JSON)
                : gateway.callback(connector, body, "Content-Type", JSON, "X-Hub-Signature-256", signature);

        assertProblem(401, answer);
        assertFalse(answer.body().contains("mismatch"), "the reason is for us alone");
    }

    @Test
    void whatHoldsNoTicketIsAcceptedAndKeptForAPersonToLookAt() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(connector, "{\"zen\":\"Keep it logically awesome.\"}");

        assertEquals(200, answer.statusCode());
        String rejected = "/api/v1/events/rejected?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(rejected).get("items").size()));
        JsonNode kept = gateway.get(rejected).at("/items/0");
        assertEquals("no_ticket", kept.get("reason").textValue());
        assertEquals(36, kept.get("body_bytes").intValue());
        assertFalse(kept.has("body"));
        JsonNode shown = gateway.get("/api/v1/events/rejected/" + kept.get("id").textValue());
        assertEquals("no_ticket", shown.get("reason").textValue());
        assertEquals(
                "{\"zen\":\"Keep it logically awesome.\"}", shown.get("body").textValue());
    }

    @Test
    void nulsLoneSurrogatesDatesThatAreNoneAndIdsThatAreObjectsAreReadAsFarAsTheyGo() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer = gateway.callback(
                connector,
                """
                {"ticket":{"id":{"no":"id"},"subject":"a\\u0000b \\ud800 c","status":"open",
                 "created_at":"the day before yesterday","updated_at":"2026-13-45T99:00:00Z","priority":"7"}}""");

        assertEquals(200, answer.statusCode());
        String tickets = "/api/v1/tickets?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(tickets).get("items").size()));
        JsonNode ticket = gateway.get(tickets).at("/items/0");
        assertEquals("ab \ufffd c", ticket.get("subject").textValue());
        assertTrue(ticket.get("external_id").isNull());
        assertTrue(ticket.get("created_at").isNull());
        assertTrue(ticket.get("updated_at").isNull());
        assertTrue(ticket.get("priority").isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets?q=a%00b,q",
        "/api/v1/events?type=%00,type",
        "/api/v1/events?subject=%00,subject",
        "/api/v1/events/rejected?reason=%00,reason",
        "/api/v1/deliveries?ticket_id=%00,ticket_id",
        "/api/v1/deliveries?event_type=%00,event_type",
    })
    void aNulInAFilterIsNamed(String path, String field) {
        JsonNode problem = gateway.get(path);

        assertEquals(400, problem.get("status").intValue());
        assertEquals(field, problem.at("/errors/0/field").textValue());
    }

    @Test
    void controlCharactersInTheReasonOfAnEscalationAreRefusedButLineBreaksAreNot() {
        String escalate = "/api/v1/tickets/" + UUID.randomUUID() + "/escalate";

        HttpResponse<String> refused = gateway.post(escalate, Map.of("reason", "a\0b"));

        assertProblem(400, refused);
        assertEquals("reason", Json.tree(refused.body()).at("/errors/0/field").textValue());
        assertProblem(404, gateway.post(escalate, Map.of("reason", "a\n\tb")));
    }

    @Test
    void whatIsRefusedIsCountedByReason() {
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, "hello");

        String metrics = gateway.anonymous("/q/metrics").body();
        assertTrue(metrics.contains("ticketwire_ingress_rejected_total{reason=\"malformed\"}"), metrics);
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = Json.tree(answer.body());
        assertEquals(status, problem.get("status").intValue());
        assertFalse(problem.get("detail").textValue().isBlank());
    }
}
