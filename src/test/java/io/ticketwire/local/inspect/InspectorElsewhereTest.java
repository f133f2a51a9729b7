package io.ticketwire.local.inspect;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.restassured.RestAssured.given;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class InspectorElsewhereTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void thereIsNoInspectorOutsideOfTheStandaloneRun(String method) {
        given().request(method, "/inspect/demo").then().statusCode(404).contentType("application/problem+json");
    }
}
