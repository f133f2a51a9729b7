package io.ticketwire.ingress.mail.generic;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.NotInMemory;
import io.ticketwire.ingress.mail.Signed;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.InboundMailVectors;
import io.ticketwire.testing.Vector;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Mail of any source: the three ways to prove who sends, large mails, and the envelope. */
class AnyMailProviderTest {

    private static final Vector VECTOR = InboundMailVectors.STANDARD_WEBHOOKS;
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    private final AnyMailProvider provider = new AnyMailProvider();

    @Test
    void signatureOfStandardWebhooksIsVerifiedAndItsIdCountsOnce() {
        assertEquals(new Verification.Verified(ID), verify(VECTOR, InboundMailVectors.SVIX_SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void secretWorksWithAndWithoutItsPrefixAndBesideAnOther(String secret) {
        assertEquals(new Verification.Verified(ID), verify(VECTOR, "whsec_not base64", "other", secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER + " v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + RIGHT + " " + OTHER,
                "v1a,xx " + RIGHT,
                "v1,no-base64 " + RIGHT,
            })
    void oneOfSeveralSignaturesIsEnough(String signatures) {
        assertEquals(
                new Verification.Verified(ID),
                verify(VECTOR.with("webhook-signature", signatures), InboundMailVectors.SVIX_SECRET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                OTHER + "| mismatch",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1A==| mismatch",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=| malformed",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=| malformed",
                "v1,| malformed",
                "v1,invalid_signature| malformed",
                "invalid_signature| malformed",
                "''| malformed",
            })
    void signatureThatIsNotRightIsRefused(String signature, String reason) {
        assertEquals(
                new Verification.Refused(reason),
                verify(VECTOR.with("webhook-signature", signature), InboundMailVectors.SVIX_SECRET));
    }

    @Test
    void otherBodyIdTimeOrSecretIsRefused() {
        Verification mismatch = new Verification.Refused("mismatch");

        assertEquals(mismatch, verify(VECTOR.forged(), InboundMailVectors.SVIX_SECRET));
        assertEquals(mismatch, verify(VECTOR.with("webhook-id", "msg_other"), InboundMailVectors.SVIX_SECRET));
        assertEquals(mismatch, verify(VECTOR.with("webhook-timestamp", "1614265331"), InboundMailVectors.SVIX_SECRET));
        assertEquals(mismatch, verify(VECTOR, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"));
        assertEquals(new Verification.Refused("no_secret"), verify(VECTOR));
        assertEquals(new Verification.Refused("no_secret"), verify(VECTOR, " "));
    }

    @ParameterizedTest
    @CsvSource({"300, ", "301, stale", "-300, ", "-301, ahead"})
    void oldSignatureIsRefused(long age, String reason) {
        Verification verification = provider.verify(
                NotInMemory.request(Signed.request(VECTOR, SIGNED_AT.plusSeconds(age))),
                connector(InboundMailVectors.SVIX_SECRET),
                Trail.noting());

        assertEquals(reason == null ? new Verification.Verified(ID) : new Verification.Refused(reason), verification);
    }

    @ParameterizedTest
    @CsvSource({"webhook-id, missing", "webhook-timestamp, missing_time", "webhook-signature, missing"})
    void headerThatIsLeftOutIsMissed(String header, String reason) {
        Callback request = Callback.of(VECTOR.body()).receivedAt(SIGNED_AT);
        for (int i = 0; i < VECTOR.headers().size(); i += 2) {
            if (!VECTOR.headers().get(i).equals(header)) {
                request.header(VECTOR.headers().get(i), VECTOR.headers().get(i + 1));
            }
        }

        assertEquals(
                new Verification.Refused(reason),
                provider.verify(request.get(), connector(InboundMailVectors.SVIX_SECRET), Trail.noting()));
    }

    @ParameterizedTest
    @CsvSource({"webhook-id, missing", "webhook-timestamp, repeated", "webhook-signature, repeated"})
    void headerThatIsRepeatedIsRefused(String header, String reason) {
        assertEquals(new Verification.Refused(reason), verify(VECTOR.and(header, "x"), InboundMailVectors.SVIX_SECRET));
    }

    @Test
    void headersOfSvixAreTheSame() {
        Callback request = Callback.of(VECTOR.body())
                .receivedAt(SIGNED_AT)
                .header("svix-id", ID)
                .header("svix-timestamp", "1614265330")
                .header("svix-signature", RIGHT);

        assertEquals(
                new Verification.Verified(ID),
                provider.verify(request.get(), connector(InboundMailVectors.SVIX_SECRET), Trail.noting()));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Gateway-Token, s3cret, ",
        "X-Gateway-Token, other, mismatch",
        "X-Gateway-Token, '', mismatch",
        "Authorization, Basic bWFpbDpzM2NyZXQ=, ",
        "Authorization, basic OnMzY3JldA==, ",
        "Authorization, Basic czNjcmV0Og==, mismatch",
        "Authorization, Basic czNjcmV0, malformed",
        "Authorization, Basic !, malformed",
        "Authorization, Bearer s3cret, malformed",
        "X-Other, s3cret, missing",
    })
    void secretItselfWillDo(String header, String value, String reason) {
        Verification verification = provider.verify(
                Callback.of("").header(header, value).get(), connector("new", "s3cret"), Trail.noting());

        assertEquals(reason == null ? new Verification.Verified() : new Verification.Refused(reason), verification);
    }

    @Test
    void wrongSignatureIsNotMadeUpForByAToken() {
        Callback request = Signed.callback(VECTOR.forged(), SIGNED_AT).header("X-Gateway-Token", "s3cret");

        assertEquals(
                new Verification.Refused("mismatch"),
                provider.verify(request.get(), connector("s3cret"), Trail.noting()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', to@example.com",
        "Rcpt@Example.com, '', rcpt@example.com",
        "'<a@example.com>, b@example.com', '?rcpt=c@example.com', a@example.com",
        "'', '?rcpt=c%2B1@example.com&rcpt=d@example.com', c+1@example.com",
        "nonsense, '', to@example.com",
    })
    void recipientOfTheEnvelopeComesFirst(String header, String query, String to) {
        Callback request = mail("To: to@example.com\r\n\r\nHi").uri("/api/webhooks/email/inbound" + query);

        Reading reading = read(header.isEmpty() ? request : request.header("X-Envelope-To", header));

        assertEquals(to, message(reading, "/message/to"));
    }

    @Test
    void repeatIsKnownByTheIdOfTheRequestElseByThatOfTheMail() {
        Object first = id(mail("Message-ID: <1@x>\r\n\r\nHi"));

        assertEquals(first, id(mail("X-Hop: 2\r\nMessage-ID: <1@x>\r\n\r\nHi")));
        assertEquals(
                id(mail("X: 1\r\n\r\nA").header("webhook-id", "w1")),
                id(mail("X: 2\r\n\r\nB").header("webhook-id", "w1")));
    }

    @Test
    void attachmentInJsonIsReadWhereItStands() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String json = "{\"subject\":\"\u00fc\",\"attachments\":[{\"filename\":\"a\",\"content_base64\":\"" + base64
                + "\"},{\"content_base64\":\"" + base64.replace("/", "\\/").replace("+", "\\u002B")
                + "\",\"filename\":\"b\"},{\"content_base64\":\"not base64!\"},{\"content_base64\":\"\"}]}";

        Reading.Events read = assertInstanceOf(
                Reading.Events.class,
                provider.read(NotInMemory.request(Callback.of(json).get()), connector("s3cret")));

        List<byte[]> taken = new ArrayList<>();
        read.attachments().writeTo((id, filename, mediaType, in) -> taken.add(in.readAllBytes()));
        assertEquals(4, taken.size());
        assertEquals(base64, Base64.getEncoder().encodeToString(taken.get(0)));
        assertEquals(base64, Base64.getEncoder().encodeToString(taken.get(1)));
    }

    @Test
    void jsonThatIsInNoUtf8IsMalformed() {
        byte[] utf16 = ("{\"text\":\"" + "x".repeat(600_000) + "\"}").getBytes(UTF_16LE);

        assertInstanceOf(Reading.Malformed.class, read(Callback.of(utf16)));
    }

    @Test
    void sizesAreBounded() {
        String mail = "Subject: big\r\n" + "X-Filler: x\r\n".repeat(9_000) + "\r\n" + "word ".repeat(1_000_000);

        assertEquals(65_536, message(read(mail(mail)), "/message/text").length());
    }

    @Test
    void fieldOfJsonThatIsTooLongLeavesRoomForTheOthers() {
        String many = "\"a@example.com\",".repeat(200_000) + "\"b@example.com\"";
        String json = "{\"headers\":{\"X-A\":{\"b\":[" + many + "]}},\"to\":[" + many
                + "],\"references\":[[[[[[1]]]]]],\"html\":\""
                + "<p>".repeat(500_000)
                + "\",\"from\":\"jane@example.com\",\"text\":\"Hi\",\"attachments\":[{\"other\":\""
                + "x".repeat(5_000_000) + "\",\"content_type\":\"Application/PDF; a=b\",\"content_base64\":\"YQ==\"}]}";

        Reading reading = read(Callback.of(json));

        assertEquals("jane@example.com", message(reading, "/message/from"));
        assertEquals("a@example.com", message(reading, "/message/to"));
        assertEquals("Hi", message(reading, "/message/text"));
        assertEquals("application/pdf", message(reading, "/message/media/0/mime"));
    }

    @Test
    void whatIsSaidOfAttachmentsHasNoControlCharacters() {
        String part = "Content-Type: Application/o\0k; name=\"a\0b\"\r\nContent-ID: <c\0d>\r\n";
        String disposition = "Content-Disposition: attachment; filename*=utf-8''a%00b\r\n\r\nx\r\n--b--";
        String form = "--b\r\nContent-Type: Application/o\0k" + "k".repeat(1_000)
                + "\r\nContent-Disposition: form-data; name=f; filename=\"a\0b\"\r\n\r\nx\r\n--b--";

        Reading mime = read(mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + disposition));
        Reading file = read(Callback.of(form)
                .mediaType("multipart/form-data")
                .header("Content-Type", "multipart/form-data; boundary=b"));

        assertEquals("application/ok", message(mime, "/message/media/0/mime"));
        assertEquals("ab", message(mime, "/message/media/0/filename"));
        assertEquals("cd", message(mime, "/message/media/0/content_id"));
        assertEquals(255, message(file, "/message/media/0/mime").length());
        assertEquals("ab", message(file, "/message/media/0/filename"));
    }

    @Test
    void clicksOnTwoLinksInOneSecondAreTwo() {
        String click =
                "{\"event\":\"clicked\",\"message_id\":\"m\",\"timestamp\":1795000000,\"url\":\"https://example.com/"
                        + "x".repeat(300) + "%s\"}";

        assertEquals(id(Callback.of(click.formatted("a"))), id(Callback.of(click.formatted("a") + " ")));
        assertNotEquals(id(Callback.of(click.formatted("a"))), id(Callback.of(click.formatted("b"))));
    }

    @Test
    void partsAreBounded() {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n".repeat(10_000) + "--b--\r\n";

        Reading reading = read(mail(mail));

        assertEquals(
                200,
                Json.tree(Json.text(((Reading.Events) reading).events().get(0).data()))
                        .at("/message/media")
                        .size());
    }

    private Verification verify(Vector vector, String... secrets) {
        return provider.verify(Signed.request(vector, SIGNED_AT), connector(secrets), Trail.noting());
    }

    private Reading read(Callback request) {
        return provider.read(request.get(), connector("s3cret"));
    }

    private Object id(Callback request) {
        return assertInstanceOf(Reading.Events.class, read(request))
                .events()
                .get(0)
                .id();
    }

    private static String message(Reading reading, String pointer) {
        Reading.Events events = assertInstanceOf(Reading.Events.class, reading);
        return Json.tree(Json.text(events.events().get(0).data())).at(pointer).asText();
    }

    private static Callback mail(String mail) {
        return Callback.of(mail.getBytes(UTF_8)).mediaType("message/rfc822");
    }

    private static Connector connector(String... secrets) {
        return ConnectorExample.with("email", Map.of("signing_secret", List.of(secrets)));
    }
}
