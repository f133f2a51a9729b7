package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.ses.Certificates.Lookup;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MailReportVectors;
import io.ticketwire.testing.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Signatures of SNS, and what is never fetched. */
class SesProviderTest {

    private static final Instant NOW = Instant.parse("2026-07-02T12:00:01Z");
    private static final Verification VERIFIED = new Verification.Verified();
    private static final String[] VALID = {
        "-keyalg", "RSA", "-keysize", "2048", "-startdate", "2026/01/01 00:00:00", "-validity", "365"
    };

    private static KeyStore.PrivateKeyEntry sns;
    private static KeyStore.PrivateKeyEntry other;
    private static KeyStore.PrivateKeyEntry ofRegion;
    private static KeyStore.PrivateKeyEntry elliptic;

    private final List<URI> fetched = new ArrayList<>();

    @BeforeAll
    static void makeKeys(@TempDir Path folder) {
        io.ticketwire.testing.Certificates certificates = new io.ticketwire.testing.Certificates(folder);
        sns = certificates.signer("sns.amazonaws.com", VALID);
        other = certificates.signer("sns.amazonaws.com.example.com", VALID);
        ofRegion = certificates.signer(
                "Amazon SNS",
                Stream.concat(Stream.of(VALID), Stream.of("-ext", "san=dns:sns-signing.me-south-1.amazonaws.com"))
                        .toArray(String[]::new));
        elliptic = certificates.signer(
                "sns-eu-west-1.amazonaws.com",
                "-keyalg",
                "EC",
                "-startdate",
                "2026/01/01 00:00:00",
                "-validity",
                "365");
    }

    static List<Vector> published() {
        return MailReportVectors.ses();
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedVectorIsVerified(Vector vector) throws CertificateException {
        assertEquals(VERIFIED, verify(vector));
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedVectorOfAnotherMessageIsRefused(Vector vector) throws CertificateException {
        for (String field : List.of("MessageId", "Message", "Timestamp", "Type", "Subject", "Token", "SubscribeURL")) {
            String json = new String(vector.body());
            String changed = json.replaceFirst("(\"" + field + "\"\\s*:\\s*\"[^\"]*)(.)\"", "$1$2x\"");
            if (!changed.equals(json)) {
                Verification verification = verify(new Vector(
                        vector.name(),
                        vector.type(),
                        vector.connector(),
                        vector.route(),
                        changed.getBytes(),
                        List.of()));

                assertInstanceOf(Verification.Refused.class, verification, field);
            }
        }
    }

    private Verification verify(Vector vector) throws CertificateException {
        SigningCertificate certificate = SigningCertificate.of(MailReportVectors.sesCertificate());
        Connector connector = ConnectorExample.within(Duration.ofMinutes(65), connector(MailReportVectors.SES_TOPIC));
        return provider(new Lookup.Found(certificate))
                .verify(
                        Callback.of(vector.body())
                                .receivedAt(MailReportVectors.SES_AT)
                                .get(),
                        connector,
                        Trail.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void bothVersionsAreVerifiedWithWhateverStandsInTheMessage(String version) {
        SnsSigner message = SnsSigner.notification(sns)
                .with("SignatureVersion", version)
                .with("Subject", "Ａ Ｍｅｓｓａｇｅ")
                .with("Message", "\"quoted\"\n\\u00e9 é \uD83D\uDE00 \t/");

        assertEquals(VERIFIED, verify(message));
    }

    @Test
    void subjectThatIsNullIsNotSigned() {
        assertEquals(VERIFIED, verify(SnsSigner.notification(sns).withNull("Subject")));
    }

    @Test
    void fieldsThatAreNotSignedMayStandBeside() {
        String json = SnsSigner.notification(sns).json();

        assertEquals(
                VERIFIED, verify(json.replace("{\"Type\"", "{\"UnsubscribeURL\":\"https://x\",\"New\":[1],\"Type\"")));
    }

    @Test
    void subscriptionIsVerified() {
        assertEquals(VERIFIED, verify(SnsSigner.subscription(sns)));
        assertEquals(VERIFIED, verify(SnsSigner.subscription(sns).with("Type", "UnsubscribeConfirmation")));
    }

    @Test
    void tokenAndSubscribeUrlAreSigned() {
        String json = SnsSigner.subscription(sns).json();

        assertRefused("mismatch", json.replace("\"Token\":\"2336412f", "\"Token\":\"2336412e"));
        assertRefused("mismatch", json.replace("/?Action", "/?a=b&Action"));
    }

    @Test
    void notificationDoesNotPassForASubscription() {
        String json = SnsSigner.notification(sns).json();

        assertRefused(
                "mismatch",
                json.replace(
                        "\"Type\":\"Notification\"",
                        "\"Type\":\"SubscriptionConfirmation\",\"Token\":\"x\",\"SubscribeURL\":\"https://x\""));
    }

    @Test
    void millisecondsOfZeroAreSignedAsTheyAreWritten() {
        assertEquals(VERIFIED, verify(SnsSigner.notification(sns).with("Timestamp", "2026-07-02T12:00:00.000Z")));
        assertEquals(VERIFIED, verify(SnsSigner.notification(sns).with("Timestamp", "2026-07-02T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type",
                "MessageId",
                "TopicArn",
                "Message",
                "Timestamp",
                "SignatureVersion",
                "Signature",
                "SigningCertURL"
            })
    void whatMustBeThereMustBeText(String field) {
        for (Object value : new Object[] {"", 7, true, List.of("x"), Map.of()}) {
            String json = SnsSigner.notification(sns)
                    .with("Signature", "AAAA")
                    .with(field, value)
                    .json();

            assertRefused(field.equals("Type") ? "type" : "missing", json);
        }
        String without = SnsSigner.notification(sns).json().replace("\"" + field + "\":", "\"X\":");
        assertRefused(field.equals("Type") ? "type" : "missing", without);
        assertTrue(fetched.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "SubscribeURL"})
    void subscriptionNeedsMore(String field) {
        assertRefused("missing", SnsSigner.subscription(sns).with(field, null).json());
    }

    @ParameterizedTest
    @CsvSource({
        "Type, MyCustomType, type",
        "Type, notification, type",
        "SignatureVersion, 3, algorithm",
        "SignatureVersion, 01, algorithm",
        "TopicArn, arn:aws:sns:eu-west-1:123456789012:Other, topic",
        "TopicArn, arn:aws:sns:eu-west-1:123456789012:mail, topic",
        "Signature, this is not base64, malformed",
        "Signature, AAA*, malformed",
        "Timestamp, right now, malformed_time",
        "Timestamp, 1435697129, malformed_time",
        "Timestamp, +999999999-01-01T00:00:00Z, malformed_time",
        "Timestamp, 2026-13-02T12:00:00Z, malformed_time",
        "Timestamp, 2026-07-02T10:54:00.000Z, stale",
        "Timestamp, 2026-07-02T13:06:00.000Z, ahead",
    })
    void whatIsWrongInItselfIsRefusedAndNothingIsFetched(String field, String value, String reason) {
        assertRefused(reason, SnsSigner.notification(sns).with(field, value).json());
        assertTrue(fetched.isEmpty());
    }

    @Test
    void subjectOfAnotherTypeIsRefused() {
        assertRefused(
                "malformed", SnsSigner.notification(sns).with("Subject", 7).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "{", "{}x", "Successfully validated"})
    void bodyThatIsNoObjectIsRefused(String body) {
        assertRefused("malformed", body);
    }

    @Test
    void topicOfAnotherRegionThanTheCertificateIsRefused() {
        assertRefused(
                "region",
                SnsSigner.notification(sns)
                        .with("SigningCertURL", SnsSigner.CERTIFICATE_URL.replace("eu-west-1", "us-east-1"))
                        .json());
        assertTrue(fetched.isEmpty());
    }

    @Test
    void urlThatIsNotSnssIsRefused() {
        for (String url : SnsUrlTest.FORGED) {
            assertRefused(
                    "certificate_url",
                    SnsSigner.notification(sns).with("SigningCertURL", url).json());
        }
        assertTrue(fetched.isEmpty());
    }

    @Test
    void forgedSignatureIsRefused() {
        assertRefused(
                "mismatch",
                SnsSigner.notification(sns).with("Signature", "AAAA").json());
        assertRefused("mismatch", SnsSigner.notification(sns).json().replace("Send", "Bend"));
    }

    @Test
    void signatureOfOneVersionIsNotTakenForTheOther() {
        String json = SnsSigner.notification(sns).with("SignatureVersion", "1").json();

        assertRefused("mismatch", json.replace("\"SignatureVersion\":\"1\"", "\"SignatureVersion\":\"2\""));
    }

    @Test
    void certificateOfAnotherIsRefused() {
        SnsSigner message = SnsSigner.notification(other);

        assertEquals(new Verification.Refused("certificate_name"), verify(message));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02T00:00:00.000Z, true", "2025-12-30T00:00:00.000Z, false", "2027-01-02T00:00:00.000Z, false"})
    void certificateMustBeValidWhenTheMessageWasMade(String time, boolean valid) {
        SnsSigner message = SnsSigner.notification(sns).with("Timestamp", time);
        Connector anyTime = ConnectorExample.within(Duration.ZERO, connector(SnsSigner.TOPIC));

        Verification verification = provider(new Lookup.Found(message.certificate()))
                .verify(Callback.of(message.json()).receivedAt(NOW).get(), anyTime, Trail.NONE);

        assertEquals(valid ? VERIFIED : new Verification.Refused("certificate_time"), verification);
    }

    @Test
    void certificateOfARegionIsTakenThereOnly() {
        String topic = SnsSigner.TOPIC.replace("eu-west-1", "me-south-1");
        SnsSigner message = SnsSigner.notification(ofRegion)
                .with("TopicArn", topic)
                .with("SigningCertURL", SnsSigner.CERTIFICATE_URL.replace("eu-west-1", "me-south-1"));

        assertEquals(VERIFIED, verify(message, topic));
        assertEquals(new Verification.Refused("certificate_name"), verify(SnsSigner.notification(ofRegion)));
    }

    @Test
    void keyOfAnotherAlgorithmIsRefused() {
        assertEquals(new Verification.Refused("mismatch"), verify(SnsSigner.notification(elliptic)));
    }

    @Test
    void rawDeliveryIsRefused() {
        Callback request = Callback.of("{\"eventType\":\"Send\"}").header("x-amz-sns-rawdelivery", "true");

        assertEquals(
                new Verification.Refused("raw_delivery"),
                provider(new Lookup.Unavailable()).verify(request.get(), connector(SnsSigner.TOPIC), Trail.NONE));
    }

    @Test
    void connectorWithoutATopicRefusesAll() {
        assertEquals(new Verification.Refused("no_topic_arn"), verify(SnsSigner.notification(sns), new String[0]));
    }

    @Test
    void oneOfSeveralTopicsIsEnough() {
        assertEquals(VERIFIED, verify(SnsSigner.notification(sns), "arn:aws:sns:eu-west-1:1:x", SnsSigner.TOPIC));
    }

    @Test
    void certificateThatIsFetchedIsWaitedFor() {
        SnsSigner message = SnsSigner.notification(sns);
        Uni<Lookup> later = Uni.createFrom().item(new Lookup.Found(message.certificate()));

        Verification verification = verify(message.json(), new Lookup.Fetching(later), SnsSigner.TOPIC);

        Verification.Awaits awaits = assertInstanceOf(Verification.Awaits.class, verification);
        assertEquals(VERIFIED, awaits.later().await().indefinitely());
        assertEquals(List.of(URI.create(SnsSigner.CERTIFICATE_URL)), fetched);
    }

    @Test
    void withoutTheCertificateNothingIsDecided() {
        Verification verification =
                verify(SnsSigner.notification(sns).json(), new Lookup.Unavailable(), SnsSigner.TOPIC);

        assertEquals(new Verification.Undecided("certificate_unavailable"), verification);
    }

    @Test
    void proxyIsAskedInPlaceOfTheHost() {
        SnsSigner message = SnsSigner.subscription(sns);
        SesProvider provider = provider(new Lookup.Found(message.certificate()));
        Callback request = Callback.of(message.json()).receivedAt(NOW);

        Verification verification = provider.verify(request.get(), behindAProxy(), Trail.NONE);
        Reading reading = provider.read(request.get(), behindAProxy());

        assertEquals(VERIFIED, verification);
        assertEquals(
                List.of(URI.create(
                        "http://localhost:8099/p/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem")),
                fetched);
        assertEquals(
                URI.create("http://localhost:8099/p/?Action=ConfirmSubscription&TopicArn=" + SnsSigner.TOPIC
                        + "&Token=2336412f"),
                assertInstanceOf(Reading.Confirmation.class, reading).url());
    }

    @Test
    void trailSaysWhatWasLookedAtAndShowsNoSignature() {
        SnsSigner message = SnsSigner.notification(sns);
        Trail trail = Trail.noting();

        provider(new Lookup.Found(message.certificate()))
                .verify(Callback.of(message.json()).receivedAt(NOW).get(), connector(SnsSigner.TOPIC), trail);

        assertEquals(
                List.of("fields", "TopicArn", "SigningCertURL", "Signature", "Timestamp", "certificate", "signature"),
                trail.steps().stream().map(Trail.Step::check).toList());
        assertTrue(trail.steps().stream().allMatch(Trail.Step::passed));
    }

    @Test
    void textIsReadAndTokensAreNotKept() {
        SesProvider provider = provider(new Lookup.Unavailable());

        assertTrue(provider.reads("text/plain"));
        assertTrue(provider.reads("application/json"));
        assertTrue(provider.reads(null));
        assertFalse(provider.reads("application/x-www-form-urlencoded"));
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector()));
    }

    private SesProvider provider(Lookup lookup) {
        return new SesProvider(url -> {
            fetched.add(url);
            return lookup;
        });
    }

    private static Connector connector(String... topics) {
        return ConnectorExample.within(
                Duration.ofMinutes(65), ConnectorExample.with("ses", Map.of("topic_arns", List.of(topics))));
    }

    private static Connector behindAProxy() {
        Connector plain = connector(SnsSigner.TOPIC);
        return new Connector(
                plain.id(),
                plain.name(),
                plain.type(),
                true,
                null,
                List.of(),
                plain.credentials(),
                plain.replayWindow(),
                "http://localhost:8099/p",
                true);
    }

    private Verification verify(SnsSigner message) {
        return verify(message, SnsSigner.TOPIC);
    }

    private Verification verify(SnsSigner message, String... topics) {
        return verify(message.json(), new Lookup.Found(message.certificate()), topics);
    }

    private Verification verify(String json) {
        return verify(json, new Lookup.Found(SnsSigner.notification(sns).certificate()), SnsSigner.TOPIC);
    }

    private Verification verify(String json, Lookup lookup, String... topics) {
        return provider(lookup).verify(Callback.of(json).receivedAt(NOW).get(), connector(topics), Trail.NONE);
    }

    private void assertRefused(String reason, String json) {
        assertEquals(new Verification.Refused(reason), verify(json), json);
    }
}
