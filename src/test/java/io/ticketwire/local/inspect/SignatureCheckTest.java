package io.ticketwire.local.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

class SignatureCheckTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    /** The vector that Standard Webhooks publishes. */
    private static final Map<String, String> STANDARD = Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    /** openssl dgst -sha256 -hmac whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw. */
    private static final String HEX = "80ec8a89ce3cd22133a1066caecb4d04fea7467657c8514d717ec42c38a5c94c";

    @Test
    void thePublishedStandardSignatureIsValid() {
        assertEquals(Signature.VALID, check(STANDARD, BODY, SENT.plusSeconds(1), SECRET));
    }

    @Test
    void aStandardSignatureAmongSeveralIsValid() {
        // given
        Map<String, String> headers = new TreeMap<>(STANDARD);
        headers.merge("webhook-signature", "v1,AAAA", (right, other) -> other + " " + right);

        // when
        Signature found = check(headers, BODY, SENT, SECRET);

        // then
        assertEquals(Signature.VALID, found);
    }

    @Test
    void aStandardSignatureThatIsSentAgainLaterIsInvalid() {
        assertEquals(Signature.INVALID, check(STANDARD, BODY, SENT.plusSeconds(301), SECRET));
    }

    @Test
    void aStandardSignatureOfASecretThatIsNoneOfThatSchemeIsInvalid() {
        assertEquals(Signature.INVALID, check(STANDARD, BODY, SENT, "no base64 at all"));
    }

    @Test
    void aHexSignatureIsValidWithItsPrefixAndWithout() {
        assertEquals(Signature.VALID, check(Map.of("X-Webhook-Signature", HEX), BODY, SENT, SECRET));
        assertEquals(Signature.VALID, check(Map.of("x-webhook-signature", "sha256=" + HEX), BODY, SENT, SECRET));
    }

    @Test
    void aBodyThatWasChangedIsInvalid() {
        byte[] changed = "{\"test\": 2432232315}".getBytes(UTF_8);

        assertEquals(Signature.INVALID, check(STANDARD, changed, SENT, SECRET));
        assertEquals(Signature.INVALID, check(Map.of("X-Webhook-Signature", HEX), changed, SENT, SECRET));
    }

    @Test
    void theSecretBeforeTheLastRotationIsValidToo() {
        assertEquals(Signature.VALID, check(STANDARD, BODY, SENT, "whsec_bmV3IHNlY3JldCBvZiAyNCBieXRlcyE=", SECRET));
    }

    @Test
    void nothingIsSaidWithoutASignatureOrWithoutASecret() {
        assertEquals(Signature.UNSIGNED, check(Map.of(), BODY, SENT, SECRET));
        assertEquals(Signature.UNKNOWN, check(STANDARD, BODY, SENT));
    }

    private static Signature check(Map<String, String> headers, byte[] body, Instant now, String... secrets) {
        Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        found.putAll(headers);
        return SignatureCheck.of(found, body, List.of(secrets), now);
    }
}
