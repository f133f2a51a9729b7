package io.ticketwire.local.inspect;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.local.Standalone;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(Standalone.class)
class InspectorTest {

    private final String bin = "/inspect/" + UUID.randomUUID();

    @Inject
    Endpoints endpoints;

    @BeforeEach
    void noOtherParser() {
        RestAssured.defaultParser = null;
    }

    @Test
    void whatWasSentIsListedNewestFirst() {
        // given
        given().contentType("text/plain")
                .body("no json")
                .put(bin)
                .then()
                .statusCode(200)
                .body("ok", equalTo(true));
        given().header("X-Custom", "yes")
                .contentType("application/json")
                .body("{\"a\":1}")
                .post(bin + "?x=1");

        // when
        Response listed = given().get(bin);

        // then
        listed.then()
                .statusCode(200)
                .contentType("application/json")
                .body("items", hasSize(2))
                .body("items[0].method", equalTo("POST"))
                .body("items[0].path", endsWith("?x=1"))
                .body("items[0].headers.X-Custom", equalTo("yes"))
                .body("items[0].body", equalTo("{\"a\":1}"))
                .body("items[0].json.a", equalTo(1))
                .body("items[0].signature_valid", nullValue())
                .body("items[0].received_at", endsWith("Z"))
                .body("items[1].method", equalTo("PUT"))
                .body("items[1].body", equalTo("no json"))
                .body("items[1].json", nullValue());
    }

    @Test
    void theSenderGetsTheStatusThatItAsksFor() {
        given().post(bin + "?status=503&retry_after=5")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("ok", equalTo(false));
        given().post(bin + "?status=204").then().statusCode(204).body(equalTo(""));
    }

    @ParameterizedTest
    @CsvSource({"status=abc,status", "status=99,status", "status=200&retry_after=-1,retry_after"})
    void aStatusThatIsNoneIsRefused(String query, String field) {
        given().post(bin + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() {
        given().body(new byte[(1 << 20) + 1]).post(bin).then().statusCode(413).contentType("application/problem+json");
        given().body(new byte[1 << 20]).post(bin).then().statusCode(200);
        given().get(bin).then().body("items", hasSize(1));
    }

    @Test
    void aBrowserGetsAPageThatRunsNothingOfWhatWasSent() {
        // given
        given().header("X-Webhook-Event", "<img src=x onerror=alert(1)>")
                .body("<script>alert(1)</script>")
                .post(bin);

        // when
        Response page =
                given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(bin);

        // then
        page.then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(not(containsString("<img src=x")));
    }

    @Test
    void anEmptiedBinIsEmpty() {
        // given
        given().post(bin);

        // when
        given().delete(bin).then().statusCode(204);

        // then
        given().get(bin).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "hex", "standard"})
    void aDeliveryIsFoundValidInEveryScheme(String scheme) {
        // given
        String id = endpoint(scheme);

        // when
        AdminToken.admin().body("{\"event\":\"ticket.created\"}").post("/api/v1/endpoints/" + id + "/test");

        // then
        Awaitility.await().untilAsserted(() -> given().get(bin)
                .then()
                .body("items", hasSize(1))
                .body("items[0].signature_valid", equalTo(true)));
        AdminToken.admin().delete("/api/v1/endpoints/" + id);
    }

    @Test
    void aForgedSignatureIsFoundInvalid() {
        // given
        String id = endpoint("sha256");

        // when
        given().header("X-Webhook-Signature", "sha256=00").body("{}").post(bin);

        // then
        given().get(bin).then().body("items[0].signature_valid", equalTo(false));
        AdminToken.admin().delete("/api/v1/endpoints/" + id);
    }

    private String endpoint(String scheme) {
        return AdminToken.admin()
                .body(
                        "{\"name\":\"Inspector\",\"url\":\"http://localhost:%d%s\",\"events\":[\"ticket.deleted\"],\"signature\":\"%s\"}"
                                .formatted(RestAssured.port, bin, scheme))
                .post("/api/v1/endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
