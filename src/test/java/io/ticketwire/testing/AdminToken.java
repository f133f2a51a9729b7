package io.ticketwire.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The way in for tests, and the key that their secrets are sealed with. */
public class AdminToken implements QuarkusTestResourceLifecycleManager {

    public static final String VALUE = "twk_of-the-tests";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "ticketwire.admin.token",
                VALUE,
                "ticketwire.security.encryption-key",
                "dGlja2V0d2lyZS10ZXN0LWtleS0wMTIzNDU2Nzg5YWI=");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    /** A request of an admin. */
    public static RequestSpecification admin() {
        return bearer(VALUE);
    }

    /** A request with a token and, if it has a body, JSON. */
    public static RequestSpecification bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }
}
