package io.ticketwire.security;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class SecretsStaySecretTest {

    private static final String CONNECTOR_SECRET = "connector-secret-0123456789";
    private static final String ENDPOINT_SECRET = "endpoint-secret-0123456789";

    @Inject
    Pool pool;

    @Test
    void aSecretIsNeitherInAnyAnswerNorInTheDatabase() {
        // given
        String connector = create(
                        "/api/v1/connectors",
                        "{\"name\":\"a\",\"type\":\"webhook\",\"webhook_secret\":\"" + CONNECTOR_SECRET + "\"}")
                .path("id");
        String endpoint = create(
                        "/api/v1/endpoints",
                        "{\"name\":\"a\",\"url\":\"https://a.example.com/\",\"events\":[\"*\"],\"secret\":\""
                                + ENDPOINT_SECRET + "\"}")
                .path("id");
        String token =
                create("/api/v1/tokens", "{\"name\":\"a\",\"role\":\"viewer\"}").path("token");

        // when
        String answers = List.of(
                        "/api/v1/connectors?limit=200",
                        "/api/v1/connectors/" + connector,
                        "/api/v1/endpoints?limit=200",
                        "/api/v1/endpoints/" + endpoint,
                        "/api/v1/tokens?limit=200",
                        "/api/v1/connector-types",
                        "/q/metrics",
                        "/q/health")
                .stream()
                .map(path -> admin().get(path).asString())
                .reduce("", String::concat);
        String database = List.of("connectors", "endpoints", "api_tokens", "idempotency_keys").stream()
                .map(this::dump)
                .reduce("", String::concat);

        // then
        for (String secret : List.of(CONNECTOR_SECRET, ENDPOINT_SECRET, token)) {
            assertFalse(answers.contains(secret));
            assertFalse(database.contains(secret));
        }
    }

    private static Response create(String path, String body) {
        Response made = admin().header("Idempotency-Key", body.hashCode() + path)
                .body(body)
                .post(path);
        assertEquals(201, made.statusCode(), made::asString);
        return made;
    }

    /** All columns as text; of bytes what is readable in them. */
    private String dump(String table) {
        StringBuilder dump = new StringBuilder();
        for (Row row : pool.query("select * from " + table).execute().await().atMost(Duration.ofSeconds(5))) {
            for (int i = 0; i < row.size(); i++) {
                dump.append(row.getDelegate().getValue(i)).append('\n');
            }
        }
        return dump.toString();
    }
}
