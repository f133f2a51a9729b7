package io.ticketwire.ingress.chat.google;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.ingress.fetch.HttpFetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Key sets over HTTP, and servers that give something else, or nothing. */
class GoogleKeysTest {

    private static final String EC =
            "{\"kty\":\"EC\",\"kid\":\"ec\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                    + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void keysForTheAlgorithmAreReadWithTheirLifetime() {
        String encryption = Tokens.jwk().replace("}", ",\"use\":\"enc\"}").replace(Tokens.KEY_ID, "for-encryption");
        String other = Tokens.jwk().replace("}", ",\"alg\":\"RS512\"}").replace(Tokens.KEY_ID, "for-rs512");
        String set = "{\"keys\":[" + Tokens.PUBLISHED + "," + EC + "," + encryption + "," + other + "," + Tokens.jwk()
                + ",{\"kty\":\"unknown\"},7]}";

        KeySet keys = fetch(request -> request.response()
                .putHeader("Cache-Control", "public, max-age=20000")
                .putHeader("Age", "2000")
                .end(set));

        assertEquals(Set.of("test-kid-1", Tokens.KEY_ID), keys.byId().keySet());
        assertEquals(Tokens.publicKey(), keys.byId().get(Tokens.KEY_ID));
        assertEquals(Duration.ofSeconds(18_000), keys.lifetime());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "7",
                "no json",
                "{\"keys\":[]}",
                "{\"keys\":7}",
                "{\"keys\":[{}]}",
                "{\"keys\":null}"
            })
    void whatIsNoSetOfKeysIsAFailure(String body) {
        assertFails(request -> request.response().end(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 404, 500})
    void otherStatusIsAFailure(int status) {
        assertFails(request -> request.response()
                .setStatusCode(status)
                .putHeader("Location", "/elsewhere")
                .end());
    }

    @Test
    void readingStopsAtTheBound() {
        Throwable failure =
                assertFails(request -> request.response().setChunked(true).write(" ".repeat(10_001)));

        assertTrue(failure.getMessage().contains("more than 10000 bytes"), failure::toString);
    }

    @Test
    void silentServerIsLeftAfterTheTimeOut() {
        assertFails(request -> {});
    }

    @Test
    void serverThatNeverEndsIsLeftAfterTheTimeOut() {
        assertFails(request -> request.response().setChunked(true).write("{"));
    }

    @Test
    void serverThatIsAwayIsAFailure() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThrows(CompletionException.class, () -> get(URI.create("http://localhost:" + port + "/certs")));
    }

    private static Throwable assertFails(Handler<HttpServerRequest> server) {
        return assertThrows(CompletionException.class, () -> fetch(server)).getCause();
    }

    private static KeySet fetch(Handler<HttpServerRequest> handler) {
        var server = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try {
            return get(URI.create("http://localhost:" + server.actualPort() + "/certs"));
        } finally {
            server.close();
        }
    }

    private static KeySet get(URI url) {
        HttpFetch fetch = new HttpFetch(vertx, Duration.ofMillis(500), 10_000);
        try {
            return fetch.get(url)
                    .map(GoogleKeys::keySet)
                    .subscribeAsCompletionStage()
                    .join();
        } finally {
            fetch.close();
        }
    }
}
