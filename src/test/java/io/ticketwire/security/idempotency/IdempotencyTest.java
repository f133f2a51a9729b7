package io.ticketwire.security.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static io.ticketwire.testing.AdminToken.bearer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class IdempotencyTest {

    private static final String BODY = "{\"name\":\"%s\",\"role\":\"viewer\"}";

    @Inject
    Pool pool;

    @Test
    void theSameRequestGetsTheSameAnswerAndCreatesOnce() {
        // given
        String key = UUID.randomUUID().toString();
        Response first = send(key, key);

        // when
        Response second = send(key, key);

        // then
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.contentType(), second.contentType());
        assertEquals(1, tokensNamed(key));
    }

    @Test
    void anotherRequestWithTheSameKeyIsAConflict() {
        // given
        String key = UUID.randomUUID().toString();
        send(key, key);

        // when
        Response other = send(key, "another");

        // then
        assertEquals(409, other.statusCode());
        assertEquals("application/problem+json", other.contentType());
    }

    @Test
    void aKeyBelongsToOneCaller() {
        // given
        String key = UUID.randomUUID().toString();
        String token = admin().body("{\"name\":\"a\",\"role\":\"admin\"}")
                .post("/api/v1/tokens")
                .path("token");
        Response first = send(key, key);

        // when
        Response other = bearer(token)
                .header("Idempotency-Key", key)
                .body(BODY.formatted(key))
                .post("/api/v1/tokens");

        // then
        assertEquals(201, other.statusCode());
        assertNotEquals(first.<String>path("id"), other.path("id"));
    }

    @Test
    void aRequestThatFailedDoesNotOccupyItsKey() {
        // given
        String key = UUID.randomUUID().toString();
        assertEquals(400, send(key, "bootstrap").statusCode());

        // when
        Response second = send(key, key);

        // then
        assertEquals(201, second.statusCode());
    }

    @Test
    void ofManyAtOnceOneCreatesAndTheOthersWaitOrGetItsAnswer() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        ExecutorService callers = Executors.newFixedThreadPool(8);

        // when
        List<Future<Response>> answers = IntStream.range(0, 16)
                .mapToObj(i -> callers.submit(() -> send(key, key)))
                .toList();

        // then
        for (Future<Response> answer : answers) {
            int status = answer.get().statusCode();
            assertTrue(status == 201 || status == 409 && answer.get().header("Retry-After") != null);
        }
        assertEquals(1, tokensNamed(key));
        callers.shutdown();
    }

    @Test
    void aClaimOfAProcessThatDiedIsTakenOverAfterAMinute() {
        // given
        String key = UUID.randomUUID().toString();
        send(key, key);
        execute("update idempotency_keys set status = null, sealed_response = null where key = $1", key);
        Response tooEarly = send(key, key);
        execute("update idempotency_keys set created_at = created_at - interval '61 seconds' where key = $1", key);

        // when
        Response taken = send(key, key);

        // then
        assertEquals(409, tooEarly.statusCode());
        assertEquals("1", tooEarly.header("Retry-After"));
        assertEquals(201, taken.statusCode());
    }

    @Test
    void anAnswerIsForgottenAfterADayAndNeverStoredInPlain() {
        // given
        String key = UUID.randomUUID().toString();
        Response first = send(key, key);
        RowSet<?> stored =
                execute("select encode(sealed_response, 'escape') as sealed from idempotency_keys where key = $1", key);
        execute("update idempotency_keys set created_at = created_at - interval '25 hours' where key = $1", key);

        // when
        Response again = send(key, key);

        // then
        assertFalse(stored.iterator().next().toString().contains(first.path("token")));
        assertNotEquals(first.<String>path("id"), again.path("id"));
    }

    @Test
    void aKeyHasBounds() {
        assertEquals(400, send("k".repeat(256), "x").statusCode());
        assertEquals(201, send("k".repeat(255), "x").statusCode());
    }

    private static Response send(String key, String name) {
        return admin().header("Idempotency-Key", key).body(BODY.formatted(name)).post("/api/v1/tokens");
    }

    private long tokensNamed(String name) {
        return execute("select count(*) from api_tokens where name = $1", name)
                .iterator()
                .next()
                .getLong(0);
    }

    private RowSet<io.vertx.mutiny.sqlclient.Row> execute(String sql, String argument) {
        return pool.preparedQuery(sql).execute(Tuple.of(argument)).await().atMost(Duration.ofSeconds(5));
    }
}
