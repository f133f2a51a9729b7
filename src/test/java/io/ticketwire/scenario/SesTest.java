package io.ticketwire.scenario;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.mail.ses.SnsSigner;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.CertificateServer;
import io.ticketwire.testing.Certificates;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.MailReportVectors;
import io.ticketwire.testing.Vector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Amazon SNS as it calls, and what is fetched from its host for that. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class SesTest extends Scenario {

    private static final String CERTIFICATE = "/SimpleNotificationService-00000000000000000000000000000815.pem";

    private CertificateServer sns;

    @BeforeEach
    void start() {
        sns = new CertificateServer();
        sns.serve(MailReportVectors.SES_CERTIFICATE_PATH, MailReportVectors.sesCertificate());
    }

    @AfterEach
    void stop() {
        sns.close();
    }

    @Test
    void signedMessagesAreTakenAndTheCertificateIsFetchedOnce() {
        String connector = connector(MailReportVectors.SES_TOPIC);

        assertEquals(200, post(connector, MailReportVectors.SES_NOTIFICATION.body()));
        assertEquals(200, post(connector, MailReportVectors.SES_V2.body()));
        assertEquals(200, post(connector, MailReportVectors.SES_WITH_SUBJECT.body()));

        assertEquals(List.of(MailReportVectors.SES_CERTIFICATE_PATH), sns.requests());
    }

    @Test
    void aSubscriptionIsConfirmedOnlyWhenItIsSigned() {
        String connector = connector(MailReportVectors.SES_TOPIC);
        Vector subscription = MailReportVectors.SES_SUBSCRIPTION;

        assertEquals(401, post(connector, altered(subscription, "\"Token\"", "x")));
        assertEquals(0, confirmations());
        assertEquals(200, post(connector, subscription.body()));

        assertEquals(1, confirmations());
    }

    @Test
    void theEndOfASubscriptionIsNotConfirmed() {
        String connector = connector(MailReportVectors.SES_TOPIC);

        assertEquals(200, post(connector, MailReportVectors.SES_UNSUBSCRIPTION.body()));

        assertEquals(0, confirmations());
        await().until(() -> gateway.get("/api/v1/events/rejected?connector_id=" + connector + "&reason=unsubscribed")
                        .path("items")
                        .size()
                == 1);
    }

    @Test
    void messagesOfOtherTopicsAndOfOtherHostsAreRefusedWithoutAFetch() {
        String other = connector("arn:aws:sns:us-west-2:131990247566:another-topic");
        String connector = connector(MailReportVectors.SES_TOPIC);
        Vector notification = MailReportVectors.SES_NOTIFICATION;

        assertEquals(401, post(other, notification.body()));
        for (String host : List.of(
                "sns.s3-us-west-2.amazonaws.com",
                "s3.amazonaws.com",
                "sns.us-east-1.amazonaws.com",
                "sns.us-west-2.amazonaws.com.evil.example",
                "sns.us-west-2.amazonaws.com@evil.example",
                "sns.us-west-2.amazonaws.com:8443")) {
            assertEquals(
                    401,
                    post(connector, altered(notification, "sns.us-west-2.amazonaws.com/Simple", host + "/Simple")),
                    host);
        }

        assertEquals(List.of(), sns.requests());
    }

    @Test
    void aCertificateThatIsNotThereIsOurTroubleAndIsNotAskedForWithEveryMessage() {
        String connector = connector(MailReportVectors.SES_TOPIC);
        String file = "SimpleNotificationService-%032x.pem".formatted(4711);
        byte[] body =
                altered(MailReportVectors.SES_NOTIFICATION, MailReportVectors.SES_CERTIFICATE_PATH.substring(1), file);

        List<Integer> answers = IntStream.range(0, 20)
                .mapToObj(n -> post(connector, body))
                .distinct()
                .toList();

        assertEquals(List.of(503), answers);
        assertEquals(List.of("/" + file), sns.requests());
    }

    @Test
    void aMailThatSesReceivedMakesATicketAndItsAttachmentIsKept(@TempDir Path folder) {
        // given
        KeyStore.PrivateKeyEntry key =
                new Certificates(folder).signer("sns.amazonaws.com", "-keyalg", "RSA", "-validity", "2");
        sns.serve(CERTIFICATE, pem(key.getCertificate()));
        String connector = connector(SnsSigner.TOPIC);
        String mail =
                """
                From: Dana Fox <dana@customer.example>
                To: support@acme.example
                Message-ID: <%s@customer.example>
                Subject: The printer again
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                It says this.
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=log.txt

                paper jam
                --b--
                """
                        .formatted(connector);
        String received = Json.text(Map.of(
                "notificationType", "Received",
                "mail", Map.of("messageId", connector, "source", "dana@customer.example"),
                "receipt",
                        Map.of(
                                "recipients",
                                List.of("support@acme.example"),
                                "action",
                                Map.of("type", "SNS", "encoding", "BASE64")),
                "content",
                        Base64.getEncoder()
                                .encodeToString(mail.replace("\n", "\r\n").getBytes(UTF_8))));

        // when
        String message = SnsSigner.notification(key)
                .with("Message", received)
                .with("Timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .with("SigningCertURL", "https://sns.eu-west-1.amazonaws.com" + CERTIFICATE)
                .json();
        int status = post(connector, message.getBytes(UTF_8));

        // then
        assertEquals(200, status);
        JsonNode ticket = await().until(
                        () -> gateway.get("/api/v1/tickets?connector_id=" + connector)
                                .at("/items/0"),
                        found -> !found.isMissingNode());
        assertEquals("The printer again", ticket.path("subject").textValue());
        JsonNode event = gateway.get("/api/v1/events?type=message.incoming&connector_id=" + connector)
                .at("/items/0/data/message/media/0");
        assertEquals("log.txt", event.path("filename").textValue());
        assertEquals(
                "paper jam",
                new String(gateway.download(event.path("url").textValue()).body(), UTF_8));
    }

    @Test
    void rawDeliveryHasNoSignatureAndIsRefused() {
        String connector = connector(MailReportVectors.SES_TOPIC);

        int status = gateway.callback(
                        connector,
                        "{\"eventType\":\"Send\"}".getBytes(UTF_8),
                        "Content-Type",
                        "text/plain; charset=UTF-8",
                        "x-amz-sns-rawdelivery",
                        "true")
                .statusCode();

        assertEquals(401, status);
    }

    private long confirmations() {
        return sns.requests().stream()
                .filter(request -> request.contains("Action=ConfirmSubscription"))
                .count();
    }

    private String connector(String topic) {
        return gateway.connectorOf(
                "ses",
                Map.of(
                        "credentials", Map.of("topic_arns", topic),
                        "settings", Map.of("replay_window", "PT0S", "base_url", sns.url())));
    }

    private int post(String connector, byte[] body) {
        return gateway.callback(connector, body, "Content-Type", "text/plain; charset=UTF-8")
                .statusCode();
    }

    private static String pem(Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] altered(Vector vector, String part, String other) {
        String body = new String(vector.body(), UTF_8);
        assertTrue(body.contains(part), body);
        return body.replace(part, other).getBytes(UTF_8);
    }
}
