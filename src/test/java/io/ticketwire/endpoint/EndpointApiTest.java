package io.ticketwire.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static io.ticketwire.testing.AdminToken.bearer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class EndpointApiTest {

    private static final String PATH = "/api/v1/endpoints";
    private static final String MINIMAL =
            "{\"name\":\"CRM\",\"url\":\"https://crm.example.com/hooks\",\"events\":[\"ticket.*\"]%s}";

    @Inject
    Endpoints endpoints;

    @Inject
    Pool pool;

    @Test
    void aNewEndpointHasTheDefaultsOfItsPresetAndShowsItsSecretOnce() {
        // when
        Response made = create("");

        // then
        String id = made.path("id");
        made.then()
                .body("secret", startsWith("whsec_"))
                .body("signature", equalTo("sha256"))
                .body("retry_policy", contains("PT1S", "PT5S", "PT30S", "PT5M", "PT30M", "PT2H"))
                .body("timeout", equalTo("PT10S"))
                .body("max_in_flight", equalTo(8))
                .body("preset", equalTo("tickets"))
                .body("status", equalTo("active"));
        admin().get(PATH + "/" + id)
                .then()
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("secret")))
                .body("has_secret", equalTo(true));
        assertEquals(made.path("secret"), used(id).secret());
    }

    @Test
    void aPresetGivesDefaultsThatExplicitFieldsOverride() {
        create(",\"preset\":\"messaging\",\"timeout\":\"PT7S\"")
                .then()
                .body("signature", equalTo("hex"))
                .body("retry_policy", contains("PT10S", "PT1M", "PT5M"))
                .body("timeout", equalTo("PT7S"));
    }

    @Test
    void anEmptySecretMeansUnsigned() {
        // when
        Response made = create(",\"secret\":\"\"");

        // then
        made.then().body("has_secret", equalTo(false)).body("secret", equalTo(""));
        assertNull(used(made.path("id")).secret());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",\"name\":\"\" | name",
                ",\"name\":\"a\\u0000b\" | name",
                ",\"url\":\"http://crm.example.com/\" | url",
                ",\"url\":\"https://10.0.0.1/\" | url",
                ",\"url\":\"https://nowhere.example.com/\" | url",
                ",\"url\":\"https://inside.example.com/\" | url",
                ",\"events\":[] | events",
                ",\"events\":[\"Ticket.Created\"] | events[0]",
                ",\"events\":[\"ticket.*\",\"ticket*\"] | events[1]",
                ",\"events\":[null] | events[0]",
                ",\"signature\":\"md5\" | signature",
                ",\"secret\":\"short\" | secret",
                ",\"secret\":\"a-secret-of-my-own-1234\",\"signature\":\"standard\" | secret",
                ",\"headers\":{\"Host\":\"x\"} | headers.Host",
                ",\"headers\":{\"hOST\":\"x\"} | headers.hOST",
                ",\"headers\":{\"TRANSFER-encoding\":\"chunked\"} | headers.TRANSFER-encoding",
                ",\"headers\":{\"X-Env:\":\"x\"} | headers.X-Env:",
                ",\"headers\":{\"X-Env\":\"a\\nHost: b\"} | headers.X-Env",
                ",\"headers\":{\"X-Webhook-Event\":\"x\"} | headers.X-Webhook-Event",
                ",\"headers\":{\"webhook-id\":\"x\"} | headers.webhook-id",
                ",\"headers\":{\"Proxy-Authorization\":\"x\"} | headers.Proxy-Authorization",
                ",\"headers\":{\"traceparent\":\"x\"} | headers.traceparent",
                ",\"headers\":{\"X Env\":\"x\"} | headers.X Env",
                ",\"headers\":{\"X-Env\":\"a\\r\\nb\"} | headers.X-Env",
                ",\"headers\":{\"X-Env\":\"ü\"} | headers.X-Env",
                ",\"headers\":{\"X-Env\":null} | headers.X-Env",
                ",\"headers\":{\"X-Env\":\"1\",\"x-env\":\"2\"} | headers.x-env",
                ",\"retry_policy\":[\"PT0S\"] | retry_policy[0]",
                ",\"retry_policy\":[\"PT1S\",\"PT25H\"] | retry_policy[1]",
                ",\"retry_policy\":[\"soon\"] | retry_policy[0]",
                ",\"timeout\":\"PT0.05S\" | timeout",
                ",\"timeout\":\"PT61S\" | timeout",
                ",\"timeout\":10 | timeout",
                ",\"max_in_flight\":0 | max_in_flight",
                ",\"max_in_flight\":257 | max_in_flight",
                ",\"max_in_flight\":\"8\" | max_in_flight",
                ",\"max_in_flight\":1.5 | max_in_flight",
                ",\"rate_limit\":{\"per_second\":1} | rate_limit",
                ",\"rate_limit\":0 | rate_limit",
                ",\"rate_limit\":-1 | rate_limit",
                ",\"rate_limit\":10001 | rate_limit",
                ",\"rate_limit\":\"10\" | rate_limit",
                ",\"ordered\":\"yes\" | ordered",
                ",\"disable_after\":-1 | disable_after",
                ",\"disable_after\":2.5 | disable_after",
                ",\"disable_after_span\":\"PT200H\" | disable_after_span",
                ",\"filter\":[] | filter",
                ",\"filter\":{\"ticket..x\":[1]} | filter.ticket..x",
                ",\"filter\":{\"ticket.priority\":\"high\"} | filter.ticket.priority",
                ",\"filter\":{\"ticket.priority\":[{}]} | filter.ticket.priority",
                ",\"filter\":{\"ticket.subject\":[\"a\\u0000b\"]} | filter.ticket.subject",
                ",\"preset\":\"chat\" | preset",
                ",\"colour\":\"red\" | colour"
            })
    void aFieldThatIsWrongIsNamed(String extra, String field) {
        // given
        String own = extra.substring(2, extra.indexOf('"', 2));
        String body = MINIMAL.formatted(extra)
                .replaceFirst("\"" + own + "\":(\"[^\"]*\"|\\[[^]]*]),(?=.*\"" + own + "\")", "");

        // when
        // then
        admin().body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatIsWellFormedIsTaken() {
        create(
                        """
                        ,"headers":{"X-Env":"prod","Authorization":"Bearer abc"},"retry_policy":[],"timeout":"PT0.1S","max_in_flight":256,
                        "filter":{"ticket.priority":["high","urgent"],"ticket.tags":[1,true,null]},"signature":"standard",
                        "secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","rate_limit":0.5,"ordered":true,"disable_after":3,
                        "disable_after_span":"PT10M"
                        """)
                .then()
                .body("rate_limit", equalTo(0.5f))
                .body("ordered", equalTo(true))
                .body("disable_after", equalTo(3))
                .body("disable_after_span", equalTo("PT10M"))
                .body("retry_policy", equalTo(List.of()))
                .body("filter.'ticket.priority'", contains("high", "urgent"))
                .body("secret", equalTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    @Test
    void aChangeIsUsedAtOnceAndKeepsTheRest() {
        // given
        Response made = create(",\"secret\":\"a-secret-of-my-own-1234\",\"headers\":{\"X-A\":\"1\"}");
        String id = made.path("id");

        // when
        admin().body(
                        "{\"url\":\"https://other.example.com/\",\"headers\":{\"X-B\":\"2\",\"X-A\":null},\"preset\":\"messaging\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("signature", equalTo("hex"))
                .body("headers", equalTo(java.util.Map.of("X-B", "2")));

        // then
        assertEquals("https://other.example.com/", used(id).url().toString());
        assertEquals("a-secret-of-my-own-1234", used(id).secret());
        assertEquals(Duration.ofSeconds(5), used(id).timeout());
        admin().body("{\"signature\":\"standard\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("signature"));
        admin().body("{\"url\":\"https://inside.example.com/\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("url"));
    }

    @Test
    void aRotationKeepsTheOldSecretForItsOverlap() {
        // given
        Response made = create("");
        String id = made.path("id");

        // when
        String fresh = admin().body("{\"overlap\":\"PT1H\"}")
                .post(PATH + "/" + id + "/secret/rotate")
                .then()
                .statusCode(200)
                .body("previous_secret_until", notNullValue())
                .extract()
                .path("secret");

        // then
        assertNotEquals(made.path("secret"), fresh);
        assertEquals(fresh, used(id).secret());
        assertEquals(made.path("secret"), used(id).overlappingSecret(Instant.now()));
        admin().post(PATH + "/" + id + "/secret/rotate").then().statusCode(200);
        admin().body("{\"overlap\":\"P8D\"}")
                .post(PATH + "/" + id + "/secret/rotate")
                .then()
                .statusCode(400)
                .body("errors.field", contains("overlap"));
    }

    @Test
    void disablingAndEnablingStartsTheCountAgain() {
        // given
        String id = create("").path("id");
        execute("update endpoints set consecutive_failures = 7 where id = $1", UUID.fromString(id));

        // when
        admin().post(PATH + "/" + id + "/disable")
                .then()
                .statusCode(200)
                .body("status", equalTo("disabled"))
                .body("disabled_reason", equalTo("manual"))
                .body("disabled_at", notNullValue());
        assertFalse(used(id).enabled());
        admin().post(PATH + "/" + id + "/enable")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("disabled_reason", nullValue())
                .body("consecutive_failures", equalTo(0));

        // then
        assertEquals(EndpointStatus.ACTIVE, used(id).status());
    }

    @Test
    void aChangeMadeByAnotherProcessArrivesWithinASecond() {
        // given
        String id = create("").path("id");

        // when
        execute("update endpoints set status = 'disabled' where id = $1", UUID.fromString(id));

        // then
        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> !used(id).enabled());
    }

    @Test
    void secretsAreForAdmins() {
        // given
        String id = create("").path("id");
        String operator = admin().body("{\"name\":\"o\",\"role\":\"operator\"}")
                .post("/api/v1/tokens")
                .path("token");

        // when
        // then
        bearer(operator)
                .body("{\"name\":\"Renamed\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
        bearer(operator).body("{\"secret\":\"\"}").patch(PATH + "/" + id).then().statusCode(403);
        bearer(operator).post(PATH + "/" + id + "/secret/rotate").then().statusCode(403);
    }

    @Test
    void aDeletedEndpointIsGone() {
        // given
        String id = create("").path("id");

        // when
        admin().delete(PATH + "/" + id).then().statusCode(204);

        // then
        admin().get(PATH + "/" + id).then().statusCode(404);
        admin().post(PATH + "/" + id + "/enable").then().statusCode(404);
        assertFalse(endpoints.find(UUID.fromString(id)).isPresent());
    }

    private Endpoint used(String id) {
        return endpoints.find(UUID.fromString(id)).orElseThrow();
    }

    private void execute(String sql, UUID id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void credentialsInHeadersAreNotShownAndSurviveBeingSentBackMasked() {
        String id = create(",\"headers\":{\"Authorization\":\"Bearer hunter2\",\"X-Env\":\"prod\"}")
                .path("id");

        Response shown = admin().get(PATH + "/" + id);
        Response changed = admin().body("{\"headers\":{\"Authorization\":\"***\",\"X-Env\":\"test\"}}")
                .patch(PATH + "/" + id);

        assertEquals(java.util.Map.of("Authorization", "***", "X-Env", "prod"), shown.path("headers"));
        assertEquals(200, changed.statusCode());
        assertEquals(
                java.util.Map.of("Authorization", "Bearer hunter2", "X-Env", "test"),
                endpoints.find(UUID.fromString(id)).orElseThrow().headers());
    }

    @ParameterizedTest
    @CsvSource({"https://new.example.com/, 0", "https://crm.example.com/hooks, 7"})
    void aNewUrlForgetsTheFailuresOfTheOldOne(String url, int failures) {
        String id = create("").path("id");
        pool.preparedQuery("update endpoints set consecutive_failures = 7, failing_since = now() where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .atMost(Duration.ofSeconds(5));

        Response changed = admin().body("{\"url\":\"" + url + "\"}").patch(PATH + "/" + id);

        assertEquals(failures, changed.<Integer>path("consecutive_failures"));
    }

    private static Response create(String extra) {
        Response made = admin().body(MINIMAL.formatted(extra)).post(PATH);
        assertEquals(201, made.statusCode(), made::asString);
        return made;
    }
}
