package io.ticketwire.ingress.mail.sendgrid;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MailReportVectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Signatures, and batches. */
class SendGridProviderTest {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";
    private static final Verification VERIFIED = new Verification.Verified();
    private static final byte[] BODY = MailReportVectors.SENDGRID.body();
    private static final String SIGNED = MailReportVectors.SENDGRID.headers().get(3);
    private static final String TIME = MailReportVectors.SENDGRID.headers().get(5);
    private static final Instant NOW = MailReportVectors.SENDGRID_AT.plusSeconds(3);

    private static KeyPair pair;

    private final SendGridProvider provider = new SendGridProvider();

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        pair = generator.generateKeyPair();
    }

    @Test
    void publishedVectorIsVerified() {
        assertEquals(VERIFIED, verify(callback(BODY, SIGNED, TIME), MailReportVectors.SENDGRID_KEY));
    }

    @Test
    void oneOfSeveralKeysIsEnough() {
        Callback request = callback(BODY, SIGNED, TIME);

        assertEquals(
                VERIFIED,
                verify(request, MailReportVectors.SENDGRID_OTHER_KEY, "not a key", MailReportVectors.SENDGRID_KEY));
    }

    @Test
    void keyIsTakenWithTheLinesOfPemAsWell() {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + MailReportVectors.SENDGRID_KEY.substring(0, 64) + "\r\n"
                + MailReportVectors.SENDGRID_KEY.substring(64) + "\n-----END PUBLIC KEY-----\n";

        assertEquals(VERIFIED, verify(callback(BODY, SIGNED, TIME), pem));
    }

    @Test
    void anotherKeyIsRefused() {
        assertRefused("mismatch", callback(BODY, SIGNED, TIME), MailReportVectors.SENDGRID_OTHER_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "payload", "''",
    })
    void anotherBodyIsRefused(String body) {
        assertRefused("mismatch", callback(body.getBytes(UTF_8), SIGNED, TIME));
    }

    @Test
    void bodyWithoutTheLineFeedAtItsEndIsRefused() {
        assertRefused("mismatch", callback(Arrays.copyOf(BODY, BODY.length - 2), SIGNED, TIME));
    }

    @ParameterizedTest
    @CsvSource({
        // of sendgrid-java and sendgrid-csharp
        "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH3j/0=, mismatch",
        "MEQCIB3bJQOarffIdM7+MEee+kYAdoViz6RUoScOASwMcXQxAiAcrus/j853JUlVm5qIRfbKBJwJq89znqOTedy3RetXLQ==, mismatch",
        "aW52YWxpZA==, mismatch",
        // r and s of zero, which is right for everything in some Javas
        "MAYCAQACAQA=, mismatch",
        "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM, verified",
        "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZg==, mismatch",
        "'', malformed",
        "not base64!, malformed",
        "' ', malformed",
    })
    void onlyTheSignatureItselfIsTaken(String signature, String expected) {
        Verification verification = verify(callback(BODY, signature, TIME), MailReportVectors.SENDGRID_KEY);

        assertEquals(expected.equals("verified") ? VERIFIED : new Verification.Refused(expected), verification);
    }

    @Test
    void hugeSignatureIsRefused() {
        assertRefused("malformed", callback(BODY, "A".repeat(8_000), TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "1600112503", "01600112502", "1600112502 ", ""})
    void anotherTimeIsRefused(String time) {
        assertRefused("mismatch", callback(BODY, SIGNED, time));
    }

    @Test
    void bothHeadersMustBeThereOnce() {
        assertRefused("missing", Callback.of(BODY));
        assertRefused("missing", Callback.of(BODY).header(TIMESTAMP, TIME));
        assertRefused("missing_time", Callback.of(BODY).header(SIGNATURE, SIGNED));
        assertRefused("repeated", callback(BODY, SIGNED, TIME).header(SIGNATURE, SIGNED));
        assertRefused("repeated", callback(BODY, SIGNED, TIME).header(TIMESTAMP, TIME));
    }

    @Test
    void connectorWithoutAKeyThatCanBeUsedRefusesAll() {
        Callback request = callback(BODY, SIGNED, TIME);

        assertEquals(new Verification.Refused("no_secret"), verify(request));
        assertEquals(new Verification.Refused("unusable_key"), verify(request, ""));
        assertEquals(new Verification.Refused("unusable_key"), verify(request, "AAAA", "%%"));
    }

    @ParameterizedTest
    @CsvSource({"301, stale", "300, verified", "0, verified", "-300, verified", "-301, ahead"})
    void timeMustLieWithinTheWindow(long age, String expected) {
        Callback request = callback(BODY, SIGNED, TIME).receivedAt(MailReportVectors.SENDGRID_AT.plusSeconds(age));

        Verification verification = verify(request, MailReportVectors.SENDGRID_KEY);

        assertEquals(expected.equals("verified") ? VERIFIED : new Verification.Refused(expected), verification);
    }

    @Test
    void forgedRequestIsNotCalledStale() {
        assertRefused("mismatch", callback("[]".getBytes(UTF_8), SIGNED, TIME).receivedAt(NOW.plusSeconds(9_000)));
    }

    @Test
    void windowThatIsSwitchedOffTakesAnyTime() {
        Callback request = callback(BODY, SIGNED, TIME).receivedAt(NOW.plus(Duration.ofDays(2_000)));

        Connector connector = ConnectorExample.within(Duration.ZERO, connector(MailReportVectors.SENDGRID_KEY));

        assertEquals(VERIFIED, provider.verify(request.get(), connector, Trail.NONE));
    }

    @Test
    void timeThatIsSignedButIsNoneIsRefused() throws GeneralSecurityException {
        Callback request = callback(BODY, signed("data timestamp", BODY), "data timestamp");

        assertRefused("malformed_time", request, ownKey());
    }

    @Test
    void largeBodyIsReadToItsEnd() throws GeneralSecurityException {
        byte[] body = "[{\"event\":\"open\"},\r\n".repeat(40_000).getBytes(UTF_8);
        Callback request = callback(body, signed(TIME, body), TIME);

        assertEquals(VERIFIED, verify(request, MailReportVectors.SENDGRID_KEY, ownKey()));
    }

    @Test
    void trailHoldsNoKeyAndSaysWhatWasLookedAt() {
        Trail trail = Trail.noting();

        provider.verify(
                callback("[]".getBytes(UTF_8), SIGNED, TIME).get(), connector(MailReportVectors.SENDGRID_KEY), trail);

        assertEquals(
                List.of(true, false),
                trail.steps().stream().map(Trail.Step::passed).toList());
        assertFalse(trail.steps().toString().contains(MailReportVectors.SENDGRID_KEY.substring(40)));
    }

    @Test
    void samplesOfTheDocumentationAreAllTaken() {
        String batch = List.of("processed", "delivered", "open").stream()
                .map(kind -> "{\"event\":\"" + kind + "\",\"sg_event_id\":\"sg_event_id\",\"sg_message_id\":\"m\"}")
                .collect(Collectors.joining(",\r\n", "[", "]\r\n"));

        assertEquals(3, events(batch).stream().map(InboundEvent::id).distinct().count());
    }

    @Test
    void eventIsTheSameWhateverStandsAroundIt() {
        String event = "{\"event\":\"open\",\"sg_event_id\":\"A\",\"sg_message_id\":\"m\"}";

        InboundEvent alone = events("[" + event + "]").get(0);
        InboundEvent second =
                events("[{\"event\":\"click\"}," + event + "]\r\n").get(1);

        assertEquals(alone.id(), second.id());
    }

    @Test
    void fullBatchIsRead() {
        String batch = IntStream.range(0, 4_000)
                .mapToObj(i -> "{\"event\":\"delivered\",\"email\":\"a@example.com\",\"timestamp\":1600112492,"
                        + "\"sg_event_id\":\"e" + i + "\",\"sg_message_id\":\"m" + i + ".filter0001.1\"}")
                .collect(Collectors.joining(",\r\n", "[", "]\r\n"));

        List<InboundEvent> events = events(batch);

        assertEquals(4_000, events.size());
        assertEquals("m3999", events.get(3_999).subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "null", "\"x\"", "[{}", "{\"a\":1}x", "a=b"})
    void whatIsNoJsonIsMalformed(String body) {
        assertInstanceOf(Reading.Malformed.class, read(body));
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector()));
    }

    private static Callback callback(byte[] body, String signature, String time) {
        return Callback.of(body)
                .header(SIGNATURE, signature)
                .header(TIMESTAMP, time)
                .receivedAt(NOW);
    }

    private static Connector connector(String... keys) {
        return ConnectorExample.with("sendgrid", Map.of("public_key", List.of(keys)));
    }

    private static String ownKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String signed(String time, byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(time.getBytes(UTF_8));
        signature.update(body);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private Verification verify(Callback request, String... keys) {
        return provider.verify(request.get(), connector(keys), Trail.NONE);
    }

    private void assertRefused(String reason, Callback request) {
        assertRefused(reason, request, MailReportVectors.SENDGRID_KEY);
    }

    private void assertRefused(String reason, Callback request, String key) {
        assertEquals(new Verification.Refused(reason), verify(request, key));
    }

    private Reading read(String body) {
        return provider.read(Callback.of(body).receivedAt(NOW).get(), connector());
    }

    private List<InboundEvent> events(String body) {
        return assertInstanceOf(Reading.Events.class, read(body)).events();
    }
}
