package io.ticketwire.connector;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class ConnectorApiTest {

    private static final String PATH = "/api/v1/connectors";

    @Inject
    Connectors connectors;

    @Test
    void aNewConnectorIsShownWithItsWebhookUrlAndAHintOfItsSecret() {
        // when
        Response made =
                create("""
                {"name":"Shop","type":"webhook","webhook_secret":"0123456789abcdef"}""");

        // then
        String id = made.path("id");
        made.then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/" + id))
                .body("enabled", equalTo(true))
                .body("sync_mode", equalTo("webhook"))
                .body("webhook_url", matchesPattern("http://localhost:\\d+/api/webhooks/tickets\\?connectorId=" + id))
                .body("has_secret", equalTo(true))
                .body("secret_hint", equalTo("…cdef"))
                .body("public_url", nullValue())
                .body("settings", hasKey("replay_window"))
                .body("settings.replay_window", nullValue())
                .body("created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("webhook_secret", nullValue());
        assertEquals(
                List.of("0123456789abcdef"),
                connectors.find(UUID.fromString(id)).orElseThrow().webhookSecrets());
    }

    @Test
    void aChangeTouchesOnlyWhatItNamesAndIsUsedAtOnce() {
        // given
        String id = create(
                        """
                        {"name":"Shop","type":"receive","webhook_secret":["new-secret-1","old-secret-1"]}""")
                .path("id");

        // when
        admin().body("{\"enabled\":false,\"settings\":{\"replay_window\":null}}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("name", equalTo("Shop"))
                .body("webhook_url", containsString("/api/webhooks/receive?"));

        // then
        Connector used = connectors.find(UUID.fromString(id)).orElseThrow();
        assertFalse(used.enabled());
        assertEquals(List.of("new-secret-1", "old-secret-1"), used.webhookSecrets());
        admin().body("{\"webhook_secret\":null}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("has_secret", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"z\",\"type\":\"zendesk\",\"webhook_secret\":\"s-1\",\"credentials\":{\"subdomain\":\"acmecorp\","
                        + "\"email\":\"admin@acme.com\",\"api_token\":\"t\"},\"sync_mode\":\"webhook\","
                        + "\"settings\":{\"replay_window\":\"PT5M\",\"base_url\":null}} | /api/webhooks/tickets",
                "{\"name\":\"f\",\"type\":\"freshdesk\",\"credentials\":{\"subdomain\":\"a\",\"api_key\":\"k\"}} | /api/webhooks/tickets",
                "{\"name\":\"j\",\"type\":\"jira\",\"settings\":{\"base_url\":\"https://jira.acme.example/\"}} | /api/webhooks/tickets",
                "{\"name\":\"i\",\"type\":\"intercom\",\"credentials\":{\"client_secret\":[\"new\",\"old\"]}} | /api/webhooks/tickets",
                "{\"name\":\"h\",\"type\":\"hubspot\",\"credentials\":{\"client_secret\":\"c\"}} | /api/webhooks/tickets",
                "{\"name\":\"s\",\"type\":\"slack\",\"credentials\":{\"signing_secret\":\"c\"}} | /api/webhooks/slack",
                "{\"name\":\"g\",\"type\":\"google_chat\",\"credentials\":{\"project_number\":\"1\"}} | /api/webhooks/google-chat",
                "{\"name\":\"w\",\"type\":\"whatsapp\",\"credentials\":{\"app_secret\":\"a\",\"verify_token\":\"v\"}} | /api/webhooks/whatsapp",
            })
    void everyTypeIsMadeOfItsOwnFieldsAndShowsItsRoute(String body, String route) {
        Response made = create(body);

        String id = made.path("id");
        made.then().body("webhook_url", containsString(route + "?connectorId=" + id));
        made.then().body(not(containsString("\"s-1\"")));
    }

    @Test
    void thePublicUrlIsWhatIsToBeEnteredAtTheSender() {
        Response made = create(
                "{\"name\":\"h\",\"type\":\"hubspot\",\"public_url\":\"https://hooks.acme.com/api/webhooks/tickets\"}");

        String id = made.path("id");
        made.then().body("webhook_url", equalTo("https://hooks.acme.com/api/webhooks/tickets?connectorId=" + id));
    }

    @Test
    void aPublicUrlThatNamesTheConnectorInItsPathNeedsNoQuery() {
        String id = create("{\"name\":\"h\",\"type\":\"hubspot\"}").path("id");
        String url = "https://hooks.acme.com/api/webhooks/connectors/" + id;

        admin().body("{\"public_url\":\"" + url + "\"}")
                .patch(PATH + "/" + id)
                .then()
                .body("webhook_url", equalTo(url));
    }

    @Test
    void aDeletedConnectorIsGone() {
        // given
        String id = create("{\"name\":\"Gone\",\"type\":\"webhook\"}").path("id");

        // when
        admin().delete(PATH + "/" + id).then().statusCode(204);

        // then
        admin().get(PATH + "/" + id).then().statusCode(404).contentType("application/problem+json");
        assertFalse(connectors.find(UUID.fromString(id)).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"webhook\"} | name",
                "{\"name\":\"\",\"type\":\"webhook\"} | name",
                "{\"name\":\"a\\u0000b\",\"type\":\"webhook\"} | name",
                "{\"name\":\"x\"} | type",
                "{\"name\":\"x\",\"type\":\"fax\"} | type",
                "{\"name\":\"x\",\"type\":\"webhook\",\"sync_mode\":\"poll\"} | sync_mode",
                "{\"name\":\"x\",\"type\":\"webhook\",\"sync_mode\":\"both\"} | sync_mode",
                "{\"name\":\"x\",\"type\":\"webhook\",\"credentials\":{\"api_key\":\"k\"}} | credentials.api_key",
                "{\"name\":\"x\",\"type\":\"webhook\",\"webhook_secret\":\"\"} | webhook_secret",
                "{\"name\":\"x\",\"type\":\"webhook\",\"webhook_secret\":[\"a\",null]} | webhook_secret",
                "{\"name\":\"x\",\"type\":\"webhook\",\"webhook_secret\":{}} | webhook_secret[0]",
                "{\"name\":\"x\",\"type\":\"webhook\",\"public_url\":\"ftp://x\"} | public_url",
                "{\"name\":\"x\",\"type\":\"webhook\",\"public_url\":\"/x\"} | public_url",
                "{\"name\":\"x\",\"type\":\"zendesk\",\"sync_mode\":\"both\"} | sync_mode",
                "{\"name\":\"x\",\"type\":\"slack\"} | credentials.signing_secret",
                "{\"name\":\"x\",\"type\":\"slack\",\"webhook_secret\":\"s\"} | webhook_secret",
                "{\"name\":\"x\",\"type\":\"whatsapp\",\"credentials\":{\"app_secret\":[\"s\",null]}} | credentials.app_secret",
                "{\"name\":\"x\",\"type\":\"whatsapp\",\"credentials\":{\"app_secret\":\"s\"}} | credentials.verify_token",
                "{\"name\":\"x\",\"type\":\"google_chat\"} | credentials",
                "{\"name\":\"x\",\"type\":\"jira\",\"settings\":{\"replay_window\":\"PT5M\"}} | settings.replay_window",
                "{\"name\":\"x\",\"type\":\"webhook\",\"settings\":{\"replay_window\":\"PT5M\"}} | settings.replay_window",
                "{\"name\":\"x\",\"type\":\"receive\",\"settings\":{\"replay_window\":\"PT5M\"}} | settings.replay_window",
                "{\"name\":\"x\",\"type\":\"webhook\",\"settings\":{\"base_url\":\"https://x.example\"}} | settings.base_url",
                "{\"name\":\"x\",\"type\":\"webhook\",\"settings\":{\"retries\":1}} | settings.retries",
                "{\"name\":\"x\",\"type\":\"webhook\",\"colour\":\"red\"} | colour",
                "{\"name\":7,\"type\":\"webhook\"} | name",
                "{\"name\":\"x\",\"type\":\"webhook\",\"enabled\":\"yes\"} | enabled"
            })
    void aFieldThatIsWrongIsNamed(String body, String field) {
        admin().body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void theTypeStaysAndAnUnknownFieldOfAChangeIsNamed() {
        // given
        String id = create("{\"name\":\"Stays\",\"type\":\"webhook\"}").path("id");

        // when
        // then
        admin().body("{\"type\":\"receive\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("type"));
        admin().body("{\"colour\":\"red\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("colour"));
    }

    @Test
    void theListComesInPagesNewestFirst() {
        // given
        String first = create("{\"name\":\"1\",\"type\":\"webhook\"}").path("id");
        String second = create("{\"name\":\"2\",\"type\":\"webhook\"}").path("id");

        // when
        Response page = admin().get(PATH + "?limit=1");

        // then
        page.then().statusCode(200).body("items", hasSize(1)).body("next_cursor", notNullValue());
        assertEquals(second, page.path("items[0].id"));
        admin().get(PATH + "?limit=1&cursor=" + page.path("next_cursor")).then().body("items[0].id", equalTo(first));
        admin().get(PATH + "?limit=0").then().statusCode(400).body("errors.field", contains("limit"));
        admin().get(PATH + "?limit=201").then().statusCode(400);
        admin().get(PATH + "?cursor=-").then().statusCode(400).body("errors.field", contains("cursor"));
    }

    @Test
    void aTestSaysWhatToConfigureAndWhatCame() {
        // given
        String id = create("{\"name\":\"Test\",\"type\":\"webhook\"}").path("id");

        // when
        // then
        admin().post(PATH + "/" + id + "/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("detail", containsString("x-hub-signature-256"))
                .body("detail", containsString("Nothing has come yet"))
                .body("latency_ms", notNullValue());
    }

    @Test
    void theTypesSayWhatToEnter() {
        admin().get("/api/v1/connector-types")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "zendesk",
                                "freshdesk",
                                "jira",
                                "intercom",
                                "hubspot",
                                "slack",
                                "google_chat",
                                "whatsapp",
                                "twilio",
                                "messagebird",
                                "bird",
                                "gupshup",
                                "vonage",
                                "vonage_sms",
                                "plivo",
                                "sendgrid",
                                "sendgrid_inbound",
                                "mailgun",
                                "ses",
                                "email",
                                "webhook",
                                "receive"))
                .body(
                        "items.find { it.type == 'vonage_sms' }.fields.find { it.name == 'credentials.method' }.options",
                        contains("md5hash", "md5", "sha1", "sha256", "sha512"))
                .body(
                        "items.find { it.type == 'mailgun' }.fields.find { it.kind == 'duration' }.default",
                        equalTo("PT8H30M"))
                .body("items.find { it.type == 'webhook' }.fields.name", contains("webhook_secret", "public_url"))
                .body("items.find { it.type == 'slack' }.fields[0].required", equalTo(true));
    }

    @Test
    void aPublicUrlMayHaveAPasswordThatIsNotShown() {
        Response made = create(
                "{\"name\":\"SMS\",\"type\":\"twilio\",\"public_url\":\"https://user:hunter2@hooks.example.com/sms\","
                        + "\"credentials\":{\"auth_token\":\"12345\"}}");

        made.then().body("public_url", equalTo("https://user:***@hooks.example.com/sms"));
        assertFalse(made.asString().contains("hunter2"));
    }

    private static Response create(String body) {
        Response made = admin().body(body).post(PATH);
        assertEquals(201, made.statusCode(), made::asString);
        return made;
    }
}
