package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.GoogleTokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Google Chat as Google calls it: with a token of its own making, in both formats. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@QuarkusTestResource(GoogleTokens.class)
@TestProfile(ScenarioProfile.class)
class GoogleChatTest extends Scenario {

    private static final String AUDIENCE = "https://hooks.acme.example/api/webhooks/google-chat";
    private static final String ADD_ON = "service-123456789012@gcp-sa-gsuiteaddons.iam.gserviceaccount.com";

    @Test
    void aClickWithATokenForTheUrlBecomesAnInteraction() {
        String connector = connector(Map.of("audience", AUDIENCE));

        HttpResponse<String> answer = click(connector, GoogleTokens.token(GoogleTokens.claims(AUDIENCE)));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{}", answer.body());
        JsonNode interaction = interaction(connector);
        assertEquals("approve", interaction.path("action").textValue());
        assertEquals("users/1034", interaction.path("user").textValue());
        assertEquals("ada@acme.example", interaction.path("user_email").textValue());
    }

    @Test
    void aClickWithATokenForTheProjectNumberBecomesAnInteraction() {
        String connector = connector(Map.of("project_number", "123456789012"));
        Map<String, Object> claims = GoogleTokens.claims("123456789012");
        claims.put("iss", GoogleTokens.CHAT);
        claims.remove("email");

        assertEquals(200, click(connector, GoogleTokens.token(claims)).statusCode());
        assertEquals("approve", interaction(connector).path("action").textValue());
    }

    @Test
    void aClickOfOurOwnAddOnBecomesAnInteraction() {
        String connector = connector(Map.of("audience", AUDIENCE, "addon_service_account", ADD_ON));
        Map<String, Object> claims = GoogleTokens.claims(AUDIENCE);
        claims.put("email", ADD_ON);

        HttpResponse<String> answer = post(
                connector,
                GoogleTokens.token(claims),
                """
                {"commonEventObject":{"hostApp":"CHAT","platform":"WEB","parameters":{"op":"approve","t":"%s"}},
                 "chat":{"user":{"name":"users/1034","displayName":"Ada","email":"ada@acme.example","type":"HUMAN"},
                  "eventTime":"2026-11-20T09:15:00Z","buttonClickedPayload":{"message":{"name":"spaces/AAAA/messages/BBB.BBB"},
                  "space":{"name":"spaces/AAAA"},"isDialogEvent":false}}}"""
                        .formatted(UUID.randomUUID()));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("approve", interaction(connector).path("action").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "email, service-999@gcp-sa-gsuiteaddons.iam.gserviceaccount.com",
        "email_verified, false",
        "iss, https://accounts.example.com",
        "aud, https://hooks.acme.example/other",
        "aud, http://hooks.acme.example/api/webhooks/google-chat",
    })
    void aTokenForOrOfSomebodyElseIsRefused(String claim, String value) {
        String connector = connector(Map.of("audience", AUDIENCE, "addon_service_account", ADD_ON));
        Map<String, Object> claims = GoogleTokens.claims(AUDIENCE);
        claims.put(claim, value.equals("false") ? (Object) false : value);

        assertEquals(401, click(connector, GoogleTokens.token(claims)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, -3_600})
    void aTokenThatHasExpiredIsRefused(long secondsFromNow) {
        String connector = connector(Map.of("audience", AUDIENCE));
        Map<String, Object> claims = GoogleTokens.claims(AUDIENCE);
        claims.put("exp", Instant.now().getEpochSecond() + secondsFromNow);

        assertEquals(401, click(connector, GoogleTokens.token(claims)).statusCode());
    }

    @Test
    void aTokenWithoutASignatureOrWithThePublicKeyAsSecretIsRefused() {
        String connector = connector(Map.of("audience", AUDIENCE));
        Map<String, Object> claims = GoogleTokens.claims(AUDIENCE);

        assertEquals(401, click(connector, GoogleTokens.unsigned(claims)).statusCode());
        assertEquals(
                401,
                click(connector, GoogleTokens.signedWithThePublicKey(claims)).statusCode());
        assertEquals(401, click(connector, "no.token").statusCode());
    }

    @Test
    void aLoopOfUnknownKeysFetchesNoMoreThanOnceAMinute() {
        String connector = connector(Map.of("audience", AUDIENCE));
        assertEquals(
                200,
                click(connector, GoogleTokens.token(GoogleTokens.claims(AUDIENCE)))
                        .statusCode());
        int before = GoogleTokens.fetches();

        for (int i = 0; i < 50; i++) {
            String token = GoogleTokens.token("unknown-" + i, GoogleTokens.claims(AUDIENCE));
            assertEquals(401, click(connector, token).statusCode());
        }

        assertTrue(GoogleTokens.fetches() - before <= 1, () -> GoogleTokens.fetches() - before + " fetches");
    }

    private String connector(Map<String, String> credentials) {
        return gateway.connectorOf("google_chat", Map.of("credentials", credentials));
    }

    private HttpResponse<String> click(String connector, String token) {
        return post(
                connector,
                token,
                """
                {"type":"CARD_CLICKED","eventTime":"2026-11-20T09:15:00.123456Z",
                 "user":{"name":"users/1034","displayName":"Ada","email":"ada@acme.example","type":"HUMAN"},
                 "space":{"name":"spaces/AAAA","type":"ROOM"},
                 "message":{"name":"spaces/AAAA/messages/BBB.BBB","thread":{"name":"spaces/AAAA/threads/TTT"}},
                 "action":{"actionMethodName":"ticketAction","parameters":[{"key":"op","value":"approve"}]},
                 "common":{"invokedFunction":"ticketAction","parameters":{"op":"approve","t":"%s"}}}"""
                        .formatted(UUID.randomUUID()));
    }

    private HttpResponse<String> post(String connector, String token, String body) {
        return gateway.call(
                "POST",
                "/api/webhooks/google-chat?connectorId=" + connector,
                body.getBytes(UTF_8),
                "Content-Type",
                "application/json; charset=UTF-8",
                "Authorization",
                "Bearer " + token);
    }

    private JsonNode interaction(String connector) {
        String events = "/api/v1/events?type=interaction.button&connector_id=" + connector;
        await().untilAsserted(
                        () -> assertEquals(1, gateway.get(events).get("items").size()));
        return gateway.get(events).at("/items/0/data/interaction");
    }

    @ParameterizedTest
    @CsvSource({"1700000100, verified", "1700003661, refused"})
    void thePublishedTokensWereRightInTheirHour(long receivedAt, String verdict) {
        String byUrl = connector(Map.of("audience", GoogleTokens.PUBLISHED_AUDIENCE));
        String byProject = connector(Map.of("project_number", GoogleTokens.PUBLISHED_PROJECT));

        assertEquals(verdict, verdict(byUrl, GoogleTokens.PUBLISHED_ID_TOKEN, receivedAt));
        assertEquals(verdict, verdict(byProject, GoogleTokens.PUBLISHED_PROJECT_TOKEN, receivedAt));
        assertEquals("refused", verdict(byProject, GoogleTokens.PUBLISHED_ID_TOKEN, receivedAt));
        assertEquals(401, click(byUrl, GoogleTokens.PUBLISHED_ID_TOKEN).statusCode());
    }

    private String verdict(String connector, String token, long receivedAt) {
        Map<String, Object> captured = Map.of(
                "headers",
                Map.of("Authorization", "Bearer " + token),
                "body",
                "{}",
                "received_at",
                Instant.ofEpochSecond(receivedAt).toString());
        return Json.tree(gateway.post("/api/v1/connectors/" + connector + "/explain", captured)
                        .body())
                .path("verdict")
                .textValue();
    }
}
