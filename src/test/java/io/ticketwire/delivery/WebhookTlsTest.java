package io.ticketwire.delivery;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.endpoint.AddressRules;
import io.ticketwire.endpoint.Destinations;
import io.ticketwire.endpoint.UrlRuleSettings;
import io.ticketwire.endpoint.UrlRules;
import io.ticketwire.testing.Certificates;
import io.ticketwire.testing.ChangingNames;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Receivers with certificates, good and bad, over HTTP/2 and HTTP/1.1. */
class WebhookTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "crm.example.com";
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path folder;

    private static Path authority;
    private static PfxOptions certificate;
    private static PfxOptions selfSigned;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<HttpVersion> versions = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificates() {
        Certificates certificates = new Certificates(folder);
        authority = certificates.authority();
        certificate = certificates.of(NAME);
        selfSigned = certificates.selfSigned("self.example.com");
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void manyRequestsShareOneHttp2Connection() {
        int port = receiver(certificate, true, request -> request.response().end("ok"));
        WebhookClient client = client();

        List<Exchange> exchanges = new ArrayList<>(List.of(post(client, NAME, port)));
        exchanges.addAll(Uni.join()
                .all(List.of(request(client, port), request(client, port), request(client, port)))
                .andCollectFailures()
                .await()
                .atMost(PATIENCE));

        exchanges.forEach(exchange -> assertEquals(200, status(exchange)));
        assertEquals(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_2, HttpVersion.HTTP_2, HttpVersion.HTTP_2), versions);
        assertEquals(1, connections.size());
    }

    @Test
    void aReceiverWithoutHttp2IsSpokenToInHttp1() {
        int port = receiver(certificate, false, request -> request.response().end("ok"));
        WebhookClient client = client();

        post(client, NAME, port);
        Exchange exchange = post(client, NAME, port);

        assertEquals(200, status(exchange));
        assertEquals(List.of(HttpVersion.HTTP_1_1, HttpVersion.HTTP_1_1), versions);
        assertEquals(1, connections.size());
    }

    @Test
    void anAuthorityThatNobodyKnowsIsNotTrusted() {
        int port = receiver(certificate, true, request -> request.response().end("ok"));

        Exchange exchange = post(clientWith(), NAME, port);

        assertTlsFailure("unable to find valid certification path", exchange);
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() {
        int port = receiver(certificate, true, request -> request.response().end("ok"));

        Exchange exchange = post(client(), "other.example.com", port);

        assertTlsFailure("No subject alternative DNS name matching other.example.com found", exchange);
    }

    @Test
    void aCertificateThatOnlySaysSoItselfIsRefused() {
        int port = receiver(selfSigned, true, request -> request.response().end("ok"));

        Exchange exchange = post(client(), "self.example.com", port);

        assertTlsFailure("unable to find valid certification path", exchange);
    }

    @Test
    void aReceiverThatSpeaksNoTlsIsATlsFailure() {
        HttpServer server = VERTX.createHttpServer().requestHandler(request -> versions.add(request.version()));
        int port = listen(server);

        Exchange exchange = post(client(), NAME, port);

        assertTlsFailure("not an SSL/TLS record", exchange);
    }

    @Test
    void anHttp2BodyThatNeverEndsIsReadUpToTheBoundAndItsStreamReset() {
        List<Throwable> resets = new CopyOnWriteArrayList<>();
        int port = receiver(certificate, true, request -> {
            request.response().exceptionHandler(resets::add);
            if (versions.size() > 1) {
                request.response().end("ok");
            } else {
                request.response().setChunked(true);
                pour(request);
            }
        });
        WebhookClient client = client();

        Exchange first = post(client, NAME, port);
        Exchange second = post(client, NAME, port);

        assertEquals(200, status(first));
        assertEquals(4096, ((Exchange.Responded) first).body().length);
        assertEquals("ok", new String(((Exchange.Responded) second).body(), UTF_8));
        assertEquals(1, connections.size());
        Awaitility.await().until(() -> !resets.isEmpty());
    }

    @Test
    void anHttp2ReceiverThatIsSilentGetsANewConnectionForTheNextRequest() {
        int port = receiver(certificate, true, request -> {
            if (versions.size() > 1) {
                request.response().end("ok");
            }
        });
        WebhookClient client = client();

        Exchange first =
                request(client, NAME, port, Duration.ofSeconds(2)).await().atMost(PATIENCE);
        Exchange second = post(client, NAME, port);

        assertEquals("timeout: no complete response within 2000 ms, while waiting for a response", first.toString());
        assertEquals(200, status(second));
        assertEquals(2, connections.size());
    }

    @Test
    void tooManyHttp2HeadersAreAFailedAttempt() {
        int port = receiver(certificate, true, request -> {
            for (int i = 0; i < 100; i++) {
                request.response().putHeader("x-" + i, "x".repeat(1_000));
            }
            request.response().end();
        });

        Exchange exchange = post(client(), NAME, port);

        assertInstanceOf(Exchange.Failed.class, exchange);
    }

    @Test
    void aFileWithoutCertificatesIsToldAtTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        for (Path unusable : List.of(empty, folder.resolve("missing.pem"))) {
            ConfigurationException refused =
                    assertThrows(ConfigurationException.class, () -> TrustedCertificates.andThoseOf(unusable));
            assertTrue(refused.getMessage().startsWith("ticketwire.delivery.trusted-certificates: " + unusable));
        }
    }

    private int receiver(PfxOptions key, boolean http2, Handler<HttpServerRequest> answer) {
        HttpServerOptions options =
                new HttpServerOptions().setSsl(true).setUseAlpn(http2).setKeyCertOptions(key);
        HttpServer server = VERTX.createHttpServer(options)
                .connectionHandler(connections::add)
                .requestHandler(request -> {
                    versions.add(request.version());
                    answer.handle(request);
                });
        return listen(server);
    }

    private int listen(HttpServer server) {
        opened.add(
                () -> server.close().toCompletionStage().toCompletableFuture().join());
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    /** Writes for as long as somebody reads. */
    private static void pour(HttpServerRequest request) {
        request.response().write(Buffer.buffer(new byte[16_384])).onSuccess(ignored -> pour(request));
    }

    private WebhookClient client() {
        return clientWith("ticketwire.delivery.trusted-certificates", authority.toString());
    }

    private WebhookClient clientWith(String... settings) {
        UrlRuleSettings rules = Settings.of(UrlRuleSettings.class);
        AddressRules addresses = new AddressRules(List.of("127.0.0.0/8"));
        ChangingNames names = new ChangingNames()
                .lead(NAME, "127.0.0.1")
                .lead("other.example.com", "127.0.0.1")
                .lead("self.example.com", "127.0.0.1");
        Destinations destinations = new Destinations(new UrlRules(addresses, false), addresses, names, rules);
        WebhookClient client = new WebhookClient(
                VERTX, Settings.of(DeliverySettings.class, settings), Settings.of(GateSettings.class), destinations);
        opened.add(client::close);
        return client;
    }

    private static Exchange post(WebhookClient client, String host, int port) {
        return request(client, host, port, PATIENCE).await().atMost(PATIENCE.multipliedBy(2));
    }

    private static Uni<Exchange> request(WebhookClient client, int port) {
        return request(client, NAME, port, PATIENCE);
    }

    private static Uni<Exchange> request(WebhookClient client, String host, int port, Duration timeout) {
        return client.post(URI.create("https://" + host + ":" + port + "/"), Map.of(), new byte[] {'x'}, timeout);
    }

    private static int status(Exchange exchange) {
        return assertInstanceOf(Exchange.Responded.class, exchange, exchange::toString)
                .status();
    }

    private void assertTlsFailure(String reason, Exchange exchange) {
        assertTrue(exchange.toString().startsWith("tls: "), exchange::toString);
        assertTrue(exchange.toString().contains(reason), exchange::toString);
        assertEquals(List.of(), versions);
    }
}
