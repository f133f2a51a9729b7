package io.ticketwire.ingress.explain;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.detect.WebhookProvider;
import io.ticketwire.ingress.message.twilio.TwilioProvider;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a person is told whose signature "is always false". */
class ExplainerTest {

    private static final String SECRET = "c2VjcmV0IG9mIGFjbWU=";
    private static final String HEADER = "x-hub-signature-256";
    private static final String BODY = "{\"ticket\":{\"id\":4711, \"subject\":\"Login\",\"status\":\"open\"}}";
    private static final SignatureHeader SCHEME = SignatureHeader.hmacSha256(HEADER, "sha256=");

    @Test
    void aRightSignatureIsToldStepByStepWithWhatWasRead() {
        Explanation explanation = explain(Callback.of(BODY).header(HEADER, "sha256=" + SCHEME.of(SECRET, bytes(BODY))));

        assertEquals("verified", explanation.verdict());
        assertNull(explanation.reason());
        assertEquals(
                List.of("header x-hub-signature-256", "signature"),
                explanation.steps().stream().map(step -> step.check()).toList());
        assertEquals("body", explanation.signed().how());
        assertEquals(BODY, explanation.signed().text());
        assertEquals("events", explanation.reading().kind());
        assertEquals(1, explanation.reading().total());
        assertEquals("ticket.observed", explanation.reading().events().get(0).type());
        assertEquals(200, explanation.answer().status());
        assertEquals(
                "{\"ok\":true,\"status\":\"received\",\"connector\":\"Acme\"}",
                explanation.answer().body());
        assertEquals(List.of(), explanation.hints());
    }

    @Test
    void aWrongSignatureIsToldWithTheBeginningOfTheRightOneAndStillWhatTheBodySays() {
        String current = SCHEME.of("another", bytes(BODY));
        String previous = SCHEME.of(SECRET, bytes(BODY));

        Explanation explanation = explain(Callback.of(BODY).header(HEADER, "sha256=" + "0".repeat(64)));

        assertEquals("refused", explanation.verdict());
        assertEquals("mismatch", explanation.reason());
        assertEquals(401, explanation.answer().status());
        String detail = explanation.steps().get(explanation.steps().size() - 1).detail();
        assertEquals(
                "Expected sha256=%s... or sha256=%s... (64 characters), given sha256=00000000... (64 characters)"
                        .formatted(current.substring(0, 8), previous.substring(0, 8)),
                detail);
        assertEquals(1, explanation.reading().total());
    }

    @Test
    void neitherTheSecretNorAWholeSignatureIsEverTold() {
        String expected = SCHEME.of(SECRET, bytes(BODY));

        String told = Json.text(explain(Callback.of(BODY).header(HEADER, "sha256=" + "0".repeat(64))));

        assertFalse(told.contains(SECRET));
        assertFalse(told.contains(expected));
    }

    @Test
    void thePasswordOfAPublicUrlIsNotToldEither() {
        Connector connector = ConnectorExample.at(
                "https://user:hunter2@hooks.acme.example/sms",
                ConnectorExample.with("twilio", Map.of("auth_token", List.of("12345"))));
        Callback callback = Callback.of("Body=Hi")
                .mediaType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        Explanation explanation = new Explainer(new TwilioProvider(), callback.get(), connector)
                .explain()
                .await()
                .indefinitely();

        assertEquals(
                "https://user:***@hooks.acme.example/smsBodyHi",
                explanation.signed().text());
        assertFalse(Json.text(explanation).contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upper case     | must be in lower case",
                "truncated      | cut off",
                "compact        | written anew (compact)",
                "line feed lost | with a line feed at its end",
                "line feed added| without white space at its end",
                "sha1           | The sender used HMAC_SHA1 in HEX",
                "base64         | The sender used HMAC_SHA256 in BASE64",
                "plain hash     | The sender used SHA256_OF_SECRET_AND_TEXT in HEX",
                "decoded secret | decoded the secret from base64",
            })
    void whatPeopleDoWrongIsRecognised(String what, String hint) {
        Explanation explanation = explain(wrong(what));

        assertEquals("refused", explanation.verdict());
        assertEquals(1, explanation.hints().size(), () -> explanation.hints().toString());
        assertTrue(explanation.hints().get(0).contains(hint), explanation.hints()::toString);
    }

    private static Callback wrong(String what) {
        String right = SCHEME.of(SECRET, bytes(BODY));
        return switch (what) {
            case "upper case" -> signed(BODY, right.toUpperCase());
            case "truncated" -> signed(BODY, right.substring(0, 48));
            case "compact" -> signed(BODY, SCHEME.of(SECRET, bytes(BODY.replace(" ", ""))));
            case "line feed lost" -> signed(BODY, SCHEME.of(SECRET, bytes(BODY + "\n")));
            case "line feed added" -> signed(BODY + "\n", right);
            case "sha1" -> signed(BODY, by(Digest.HMAC_SHA1, Encoding.HEX));
            case "base64" -> signed(BODY, by(Digest.HMAC_SHA256, Encoding.BASE64));
            case "plain hash" -> signed(BODY, by(Digest.SHA256_OF_SECRET_AND_TEXT, Encoding.HEX));
            case "decoded secret" -> signed(BODY, SCHEME.of("secret of acme", bytes(BODY)));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String by(Digest digest, Encoding encoding) {
        return new SignatureHeader(HEADER, "", false, digest, encoding).of(SECRET, bytes(BODY));
    }

    @Test
    void nobodyCanFindASignatureOutCharacterByCharacter() {
        String right = SCHEME.of(SECRET, bytes(BODY));

        Explanation explanation = explain(signed(BODY, right.substring(0, 47)));

        assertEquals(List.of(), explanation.hints());
    }

    @Test
    void aSecretOfNothingButWhiteSpaceIsTriedLikeAnyOther() {
        Callback request = signed(BODY, "0".repeat(64));

        Explanation explanation = new Explainer(
                        new WebhookProvider(List.of()), request.get(), ConnectorExample.signing("webhook", " \n "))
                .explain()
                .await()
                .indefinitely();

        assertEquals("refused", explanation.verdict());
        assertEquals(List.of(), explanation.hints());
    }

    @Test
    void theHeaderOfAnotherPlatformNamesItsType() {
        Explanation explanation = explain(Callback.of(BODY).header("X-Slack-Signature", "v0=00"));

        assertEquals("missing", explanation.reason());
        assertTrue(explanation.hints().get(0).contains("of the type slack"), explanation.hints()::toString);
    }

    @Test
    void aMediaTypeThatTheRouteDoesNotReadIsToldBeforeAnythingElse() {
        Explanation explanation = explain(Callback.of("<xml/>").mediaType("text/xml"));

        assertEquals("media_type", explanation.reason());
        assertEquals(415, explanation.answer().status());
        assertEquals("malformed", explanation.reading().kind());
    }

    @Test
    void whatIsLongIsShownInPart() {
        String body = "[" + "{\"id\":1,\"subject\":\"a\",\"status\":\"open\"},".repeat(500) + "{}]";

        Explanation explanation = explain(signed(body, "00"));

        assertEquals(4_096, explanation.signed().text().length());
        assertEquals(bytes(body).length, explanation.signed().length());
        assertEquals(500, explanation.reading().total());
        assertEquals(20, explanation.reading().events().size());
    }

    private static Callback signed(String body, String signature) {
        return Callback.of(body).header(HEADER, "sha256=" + signature);
    }

    private static Explanation explain(Callback request) {
        return new Explainer(
                        new WebhookProvider(List.of()),
                        request.get(),
                        ConnectorExample.signing("webhook", "another", SECRET))
                .explain()
                .await()
                .indefinitely();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
