package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Hmac;
import io.ticketwire.platform.Sha256;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What goes wrong between a platform and us, platform by platform: refused with a 401 that says nothing more. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class BadSignaturesTest extends Scenario {

    private static final String SECRET = "the-secret-of-a-platform";
    private static final String BODY =
            "{\"ticket\": {\"id\": 4711, \"subject\": \"Login\", \"status\": \"open\"}, \"event_type\": \"x\"}";

    @Test
    void aSignatureOfAnotherSchemeIsRefused() {
        String jira = gateway.connector("jira", SECRET);
        String intercom = gateway.connector("intercom", SECRET);

        assertEquals(401, send(jira, BODY, "X-Hub-Signature", "sha1=" + hex(Hmac.SHA1, BODY)));
        assertEquals(401, send(intercom, BODY, "X-Hub-Signature", "sha256=" + hex(Hmac.SHA256, BODY)));
        assertEquals(401, send(jira, BODY, "X-Hub-Signature-256", "sha256=" + hex(Hmac.SHA256, BODY)));
    }

    @ParameterizedTest
    @CsvSource({"jira, sha256=, SHA256", "intercom, sha1=, SHA1"})
    void onlyTheWholeSignatureInLowerCaseAndOnceIsRight(String type, String prefix, Hmac hmac) {
        String connector = gateway.connector(type, SECRET);
        String right = hex(hmac, BODY);

        assertEquals(200, send(connector, BODY, "X-Hub-Signature", prefix + right));
        assertEquals(401, send(connector, BODY, "X-Hub-Signature", prefix + right.toUpperCase(Locale.ROOT)));
        assertEquals(401, send(connector, BODY, "X-Hub-Signature", prefix + right.substring(0, 20)));
        assertEquals(401, send(connector, BODY, "X-Hub-Signature", right));
        assertEquals(401, send(connector, BODY, "X-Hub-Signature", prefix + right, "X-Hub-Signature", prefix + right));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira", "intercom"})
    void aRightSignatureOverTheSameJsonWrittenAnewIsRefusedAndTheExplanationSaysWhy(String type) {
        String connector = gateway.connector(type, SECRET);
        String rewritten = Json.tree(BODY).toString();
        String signature =
                type.equals("jira") ? "sha256=" + hex(Hmac.SHA256, rewritten) : "sha1=" + hex(Hmac.SHA1, rewritten);

        assertEquals(401, send(connector, BODY, "X-Hub-Signature", signature));
        String explanation = gateway.post(
                        "/api/v1/connectors/" + connector + "/explain",
                        Map.of("headers", Map.of("X-Hub-Signature", signature), "body", BODY))
                .body();
        assertTrue(explanation.contains("written anew (compact)"), explanation);
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-299, 200", "301, 401", "299, 200"})
    void zendesksTimeMayBeFiveMinutesOff(long seconds, int status) {
        String connector = gateway.connector("zendesk", SECRET);
        String time = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(seconds)
                .toString();

        assertEquals(status, zendesk(connector, time));
    }

    @Test
    void zendesksSecretIsUsedAsTheTextThatItIs() {
        String secret = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));
        String connector = gateway.connector("zendesk", secret);
        String time = Instant.now().toString();

        assertEquals(401, zendesk(connector, time), "signed with the decoded secret");
    }

    @ParameterizedTest
    @CsvSource({"-301, 1000, 401", "-299, 1000, 200", "301, 1000, 401", "299, 1000, 200", "0, 1, 401"})
    void hubspotsTimeIsInMillisecondsAndMayBeFiveMinutesOff(long seconds, long unit, int status) {
        String url = "https://hooks.acme.example/hubspot";
        String connector = gateway.connectorOf("hubspot", Map.of("webhook_secret", SECRET, "public_url", url));
        String body =
                "[{\"subscriptionType\":\"ticket.creation\",\"objectId\":1,\"portalId\":1,\"occurredAt\":1763630100123}]";
        String time = Long.toString((Instant.now().getEpochSecond() + seconds) * unit);
        String signature = Base64.getEncoder()
                .encodeToString(Hmac.SHA256.of(SECRET.getBytes(UTF_8), ("POST" + url + body + time).getBytes(UTF_8)));

        assertEquals(
                status,
                send(connector, body, "X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", time));
    }

    @Test
    void hubspotsNewestSignatureIsTheOneThatCounts() {
        String connector = gateway.connector("hubspot", SECRET);
        String v1 = HexFormat.of().formatHex(Sha256.of(SECRET + BODY));

        assertEquals(200, send(connector, BODY, "X-HubSpot-Signature", v1, "X-HubSpot-Signature-Version", "v1"));
        assertEquals(
                401,
                send(
                        connector,
                        BODY,
                        "X-HubSpot-Signature",
                        v1,
                        "X-HubSpot-Signature-Version",
                        "v1",
                        "X-HubSpot-Signature-v3",
                        "AAAA",
                        "X-HubSpot-Request-Timestamp",
                        Long.toString(Instant.now().toEpochMilli())));
    }

    @Test
    void ofAKeyThatComesTwiceTheLastOneCounts() {
        String connector = gateway.connector("zendesk", null);

        assertEquals(
                200,
                send(
                        connector,
                        "{\"ticket\":{\"id\":\"1\",\"subject\":\"first\",\"subject\":\"last\",\"status\":\"open\"}}"));

        String tickets = "/api/v1/tickets?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(tickets).get("items").size()));
        assertEquals("last", gateway.get(tickets).at("/items/0/subject").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zendesk", "freshdesk", "jira", "webhook"})
    void aDescriptionOfAMebibyteIsCutAndOneThatMakesTheBodyLargerIsRefused(String type) {
        String connector = gateway.connector(type, null);
        String body =
                "{\"issue\":{\"key\":\"SUP-1\",\"fields\":{\"summary\":\"s\",\"description\":\"%1$s\"}},\"ticket\":{\"id\":\"1\","
                        + "\"subject\":\"s\",\"status\":\"open\",\"description\":\"%1$s\"}}";
        int half = 1024 * 1024 / 2;

        assertEquals(200, send(connector, body.formatted("d".repeat(half - 200))));
        assertEquals(413, send(connector, body.formatted("d".repeat(half))));

        String tickets = "/api/v1/tickets?connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(tickets).get("items").size()));
        assertEquals(
                65_536,
                gateway.get(tickets).at("/items/0/description").textValue().length());
    }

    private int zendesk(String connector, String time) {
        String signature = Base64.getEncoder()
                .encodeToString(Hmac.SHA256.of(SECRET.getBytes(UTF_8), (time + BODY).getBytes(UTF_8)));
        return send(
                connector,
                BODY,
                "X-Zendesk-Webhook-Signature",
                signature,
                "X-Zendesk-Webhook-Signature-Timestamp",
                time);
    }

    private int send(String connector, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        HttpResponse<String> answer = gateway.callback(connector, body.getBytes(UTF_8), all);
        return answer.statusCode();
    }

    private static String hex(Hmac hmac, String text) {
        return HexFormat.of().formatHex(hmac.of(SECRET.getBytes(UTF_8), text.getBytes(UTF_8)));
    }
}
