package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.time.Duration;
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
import io.ticketwire.testing.MailReportVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Certificates over HTTP, and servers that give something else. */
class SnsCertificatesTest {

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
    void certificateIsRead() throws Exception {
        SigningCertificate fetched = fetch(request -> request.response().end(MailReportVectors.sesCertificate()));

        assertEquals(SigningCertificate.of(MailReportVectors.sesCertificate()), fetched);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "this is not a cert",
                "-----BEGIN CERTIFICATE-----\nMIIE+DCCAuCgAwIBAgIJAOCC5W/Vl4AEMA0GCSqGSIb3DQEBDAUAMCgxJjAkBgNV\n-----END CERTIFICATE-----\n",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
            })
    void whatIsNoCertificateIsAFailure(String body) {
        assertThrows(
                CompletionException.class,
                () -> fetch(request -> request.response().end(body)));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 404, 500})
    void otherStatusIsAFailure(int status) {
        assertThrows(
                CompletionException.class,
                () -> fetch(request -> request.response()
                        .setStatusCode(status)
                        .putHeader("Location", "/elsewhere")
                        .end(MailReportVectors.sesCertificate())));
    }

    private static SigningCertificate fetch(Handler<HttpServerRequest> handler) {
        var server = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        HttpFetch fetch = new HttpFetch(vertx, Duration.ofSeconds(3), 16_384);
        try {
            return SnsCertificates.certificate(fetch, URI.create("http://localhost:" + server.actualPort() + "/x.pem"))
                    .subscribeAsCompletionStage()
                    .join();
        } finally {
            fetch.close();
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
