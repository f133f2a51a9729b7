package io.ticketwire.security;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static io.ticketwire.testing.AdminToken.bearer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class TokenTest {

    private static final String CONNECTOR = "{\"name\":\"by token\",\"type\":\"webhook\"}";

    @Test
    void aRequestWithoutATokenIsAskedForOne() {
        RestAssured.given()
                .when()
                .get("/api/v1/connectors")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer twk_unknown", "Bearer ", "Bearer", "Basic YWRtaW46YWRtaW4=", "twk_of-the-tests"})
    void aRequestWithAnUnknownTokenIsRefused(String header) {
        RestAssured.given()
                .header("Authorization", header)
                .when()
                .get("/api/v1/tokens")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"viewer, 200, 403, 403", "operator, 200, 201, 403", "admin, 200, 201, 200"})
    void eachRoleMayDoItsShareAndThatOfTheSmallerOnes(String role, int reads, int creates, int listsTokens) {
        // given
        String token = newToken(role).path("token");

        // when
        // then
        bearer(token).get("/api/v1/connectors").then().statusCode(reads);
        bearer(token).body(CONNECTOR).post("/api/v1/connectors").then().statusCode(creates);
        bearer(token).get("/api/v1/tokens").then().statusCode(listsTokens);
    }

    @Test
    void aRefusalForTheRoleIsAProblemDocument() {
        // given
        String token = newToken("viewer").path("token");

        // when
        // then
        bearer(token)
                .get("/api/v1/tokens")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("title", equalTo("Forbidden"));
    }

    @Test
    void aTokenIsShownOnceAndNoLongerWorksWhenDeleted() {
        // given
        Response made = newToken("viewer");
        String token = made.path("token");
        made.then().body("token", startsWith("twk_")).header("Location", not(nullValue()));

        // when
        String listed = admin().get("/api/v1/tokens?limit=200").asString();

        // then
        assertFalse(listed.contains(token));
        bearer(token).get("/api/v1/connectors").then().statusCode(200);
        admin().delete("/api/v1/tokens/" + made.path("id")).then().statusCode(204);
        bearer(token).get("/api/v1/connectors").then().statusCode(401);
        admin().delete("/api/v1/tokens/" + made.path("id")).then().statusCode(404);
    }

    @Test
    void aTokenNeedsANameAndARole() {
        admin().body("{\"name\":\"\",\"role\":\"root\"}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("name"))
                .body("errors.field", hasItem("role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/openapi", "/q/metrics"})
    void operatorsOfTheClusterNeedNoToken(String path) {
        RestAssured.given()
                .header("Authorization", "Bearer of somebody else")
                .get(path)
                .then()
                .statusCode(200);
    }

    private static Response newToken(String role) {
        Response made =
                admin().body("{\"name\":\"test\",\"role\":\"" + role + "\"}").post("/api/v1/tokens");
        made.then().statusCode(201);
        return made;
    }
}
