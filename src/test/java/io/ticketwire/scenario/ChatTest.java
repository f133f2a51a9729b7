package io.ticketwire.scenario;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.platform.Hmac;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Slack and WhatsApp as they call, and what the world hears of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class ChatTest extends Scenario {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TICKET = "edcc97ee-a80b-57be-a28c-0e003ddd78bb";

    @Test
    void slacksChallengeIsAnsweredWithItselfAndNothingElse() {
        String connector = slack();

        HttpResponse<String> answer =
                slack(connector, JSON, "{\"token\":\"t\",\"challenge\":\"3eZbrw1a\",\"type\":\"url_verification\"}");

        assertEquals(200, answer.statusCode());
        assertEquals("3eZbrw1a", answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    }

    @Test
    void aMentionInSlackIsOneInteractionHoweverOftenSlackRepeatsIt() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("interaction.*")));
        String connector = slack();
        String event = mention("Ev" + newId());

        assertEquals("", slack(connector, JSON, event).body());
        assertEquals(
                200, slack(connector, JSON, event, "X-Slack-Retry-Num", "1").statusCode());
        assertEquals(200, slack(connector, JSON, mention("Ev" + newId())).statusCode());

        await().untilAsserted(() ->
                assertEquals(2, events(connector, "interaction.mention").size()));
        await().untilAsserted(() -> assertEquals(2, receiver.received().size()));
        receiver.received()
                .forEach(webhook -> Schemas.assertValid(
                        "interaction.mention",
                        webhook.json().get("data").toString().getBytes(UTF_8)));
    }

    @Test
    void aButtonInSlackNamesTheActionAndTheTicket() {
        String connector = slack();
        String payload =
                """
                {"type":"block_actions","user":{"id":"U061F7AUR","username":"ada","name":"ada"},"team":{"id":"T061EG9R6"},
                 "response_url":"https://hooks.slack.example/a-way-to-answer",
                 "container":{"type":"message_attachment","message_ts":"1731000000.000200","channel_id":"C061EG9SL"},
                 "channel":{"id":"C061EG9SL","name":"csm-alerts"},"message":{"ts":"1731000000.000200"},
                 "actions":[{"type":"button","action_id":"ticket_approve","block_id":"tkt",
                  "text":{"type":"plain_text","text":"Approve"},"value":"%s|approve|n1","action_ts":"1731000060.123456"}]}"""
                        .formatted(TICKET);

        HttpResponse<String> answer = slack(connector, FORM, "payload=" + URLEncoder.encode(payload, UTF_8));

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        await().untilAsserted(() ->
                assertEquals(1, events(connector, "interaction.button").size()));
        JsonNode interaction = events(connector, "interaction.button").get(0).at("/data/interaction");
        assertEquals("approve", interaction.path("action").textValue());
        assertEquals(TICKET, interaction.path("ticket_id").textValue());
        assertEquals("U061F7AUR", interaction.path("user").textValue());
        String event = events(connector, "interaction.button").get(0).get("id").textValue();
        String raw = gateway.get("/api/v1/events/" + event + "/raw").toString();
        assertTrue(raw.contains("block_actions"), raw);
        assertFalse(raw.contains("a-way-to-answer"), raw);
    }

    @Test
    void aFormFromSlackWithoutAPayloadIsMalformed() {
        assertEquals(400, slack(slack(), FORM, "token=t&team_id=T1").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-299, 200", "301, 401", "299, 200"})
    void aRequestOfSlackIsTakenForFiveMinutes(long secondsFromNow, int status) {
        String connector = slack();
        byte[] body = "{\"token\":\"t\",\"challenge\":\"c\",\"type\":\"url_verification\"}".getBytes(UTF_8);
        String time = Long.toString(Instant.now().getEpochSecond() + secondsFromNow);

        HttpResponse<String> answer = gateway.callback(
                connector,
                body,
                "Content-Type",
                JSON,
                "X-Slack-Request-Timestamp",
                time,
                "X-Slack-Signature",
                signature(time, body));

        assertEquals(status, answer.statusCode());
    }

    @Test
    void whatsAppsHandshakeIsAnsweredOnlyWithTheRightToken() {
        String connector = whatsApp();
        String query = "&hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        HttpResponse<String> right =
                gateway.anonymous("/api/webhooks/whatsapp?connectorId=" + connector + query + "a-verify-token");
        HttpResponse<String> wrong =
                gateway.anonymous("/api/webhooks/whatsapp?connectorId=" + connector + query + "another");
        HttpResponse<String> inPath =
                gateway.anonymous("/api/webhooks/connectors/" + connector + "?" + query + "a-verify-token");

        assertEquals("1158201444", right.body());
        assertEquals(403, wrong.statusCode());
        assertEquals("1158201444", inPath.body());
    }

    @Test
    void aBatchOfAThousandStatusesIsAThousandEvents() {
        String connector = whatsApp();
        String statuses = IntStream.range(0, 1_000)
                .mapToObj(i -> ("{\"id\":\"wamid.%s%d\",\"status\":\"delivered\",\"timestamp\":\"%d\","
                                + "\"recipient_id\":\"972500000001\"}")
                        .formatted(newId(), i, Instant.now().getEpochSecond()))
                .collect(Collectors.joining(","));
        String body =
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                        + "\"value\":{\"metadata\":{\"display_phone_number\":\"15550001111\",\"phone_number_id\":\"106\"},\"statuses\":["
                        + statuses + "]}}]}]}";

        HttpResponse<String> answer = whatsApp(connector, body);

        assertEquals(200, answer.statusCode(), answer.body());
        await().untilAsserted(() -> assertEquals(1_000, count(connector, "message.delivered")));
    }

    @Test
    void aButtonInWhatsAppIsAnInteractionAndATextIsAMessage() {
        String connector = whatsApp();
        long now = Instant.now().getEpochSecond();

        whatsApp(
                connector,
                messages(
                        """
                        {"from":"972500000001","id":"wamid.%1$sA","timestamp":"%2$d","type":"interactive",
                         "interactive":{"type":"button_reply","button_reply":{"id":"approve:%3$s","title":"Approve"}}},
                        {"from":"972500000001","id":"wamid.%1$sB","timestamp":"%2$d","type":"text","text":{"body":"Where is it?"}},
                        {"from":"972500000001","id":"wamid.%1$sC","timestamp":"%2$d","type":"text","text":{"body":"approve 4711"}}"""
                                .formatted(newId(), now, TICKET)));

        await().untilAsserted(() ->
                assertEquals(1, events(connector, "interaction.button").size()));
        await().untilAsserted(() ->
                assertEquals(1, events(connector, "message.incoming").size()));
        await().untilAsserted(() ->
                assertEquals(1, events(connector, "interaction.reply").size()));
        assertEquals(
                TICKET,
                events(connector, "interaction.button")
                        .get(0)
                        .at("/data/interaction/ticket_id")
                        .textValue());
        Schemas.assertValid(
                "message.incoming",
                events(connector, "message.incoming")
                        .get(0)
                        .get("data")
                        .toString()
                        .getBytes(UTF_8));
    }

    private static String messages(String messages) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"metadata\":{\"display_phone_number\":\"15550001111\",\"phone_number_id\":\"106\"},"
                + "\"contacts\":[{\"profile\":{\"name\":\"Ada\"},\"wa_id\":\"972500000001\"}],\"messages\":[" + messages
                + "]}}]}]}";
    }

    private static String mention(String eventId) {
        return """
               {"token":"t","team_id":"T061EG9R6","api_app_id":"A0FFV41KK","type":"event_callback","event_id":"%s",
                "event_time":1731000000,"event":{"type":"app_mention","user":"U061F7AUR","text":"<@U0LAN0Z89> status ZD-4711",
                "ts":"1731000000.000100","channel":"C061EG9SL","event_ts":"1731000000.000100"}}"""
                .formatted(eventId);
    }

    private String slack() {
        return gateway.connectorOf("slack", Map.of("credentials", Map.of("signing_secret", SECRET)));
    }

    private String whatsApp() {
        return gateway.connectorOf(
                "whatsapp", Map.of("credentials", Map.of("app_secret", SECRET, "verify_token", "a-verify-token")));
    }

    private HttpResponse<String> slack(String connector, String mediaType, String body, String... more) {
        String time = Long.toString(Instant.now().getEpochSecond());
        byte[] bytes = body.getBytes(UTF_8);
        List<String> headers = new ArrayList<>(List.of(
                "Content-Type",
                mediaType,
                "X-Slack-Request-Timestamp",
                time,
                "X-Slack-Signature",
                signature(time, bytes)));
        headers.addAll(List.of(more));
        return gateway.call(
                "POST", "/api/webhooks/slack?connectorId=" + connector, bytes, headers.toArray(String[]::new));
    }

    private HttpResponse<String> whatsApp(String connector, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        String hex = HexFormat.of().formatHex(Hmac.SHA256.of(SECRET.getBytes(UTF_8), bytes));
        return gateway.call(
                "POST",
                "/api/webhooks/whatsapp?connectorId=" + connector,
                bytes,
                "Content-Type",
                JSON,
                "X-Hub-Signature-256",
                "sha256=" + hex);
    }

    private static String signature(String time, byte[] body) {
        return "v0="
                + HexFormat.of()
                        .formatHex(Hmac.SHA256.of(
                                SECRET.getBytes(UTF_8), "v0:".getBytes(UTF_8), (time + ":").getBytes(UTF_8), body));
    }

    private List<JsonNode> events(String connector, String type) {
        JsonNode items = gateway.get("/api/v1/events?limit=200&type=" + type + "&connector_id=" + connector)
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private int count(String connector, String type) {
        int count = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page =
                    gateway.get("/api/v1/events?limit=200&type=" + type + "&connector_id=" + connector + cursor);
            count += page.get("items").size();
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }
        return count;
    }
}
