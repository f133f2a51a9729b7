package io.ticketwire.ingress.signature;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.Verification;
import io.ticketwire.testing.Callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** HMAC-SHA256 in a header, by the vector that Atlassian publishes for Jira. */
class SignatureHeaderTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String BODY = "Hello World!";
    private static final String HEX = "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";
    private static final SignatureHeader PREFIXED = SignatureHeader.hmacSha256("x-hub-signature-256", "sha256=");
    private static final SignatureHeader EITHER =
            new SignatureHeader("x-hub-signature-256", "sha256=", false, Digest.HMAC_SHA256, Encoding.HEX);

    @Test
    void signatureOfThePublishedVectorIsVerified() {
        Verification verification = verify(PREFIXED, signed("sha256=" + HEX), SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void nameOfTheHeaderIsCaseInsensitive() {
        Callback request = Callback.of(BODY).header("X-Hub-Signature-256", "sha256=" + HEX);

        Verification verification = verify(PREFIXED, request, SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @ParameterizedTest
    @CsvSource({"sha256=" + HEX, HEX})
    void prefixMayBeLeftOutWhereItIsOptional(String value) {
        Verification verification = verify(EITHER, signed(value), SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void previousSecretIsAcceptedBesideTheCurrentOne() {
        Verification verification = verify(PREFIXED, signed("sha256=" + HEX), "the new one", SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void missingSignatureIsRefused() {
        Verification verification = verify(PREFIXED, Callback.of(BODY), SECRET);

        assertEquals(new Verification.Refused("missing"), verification);
    }

    @Test
    void repeatedSignatureIsRefusedEvenIfBothAreRight() {
        Callback twice = signed("sha256=" + HEX).header("X-HUB-SIGNATURE-256", "sha256=" + HEX);

        Verification verification = verify(PREFIXED, twice, SECRET);

        assertEquals(new Verification.Refused("repeated"), verification);
    }

    @Test
    void upperCaseHexIsRefused() {
        Verification verification = verify(PREFIXED, signed("sha256=" + HEX.toUpperCase(Locale.ROOT)), SECRET);

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c, mismatch",
        "sha256=" + HEX + "00, mismatch",
        "sha256=, mismatch",
        "sha1=" + HEX + ", malformed",
        "SHA256=" + HEX + ", malformed",
        HEX + ", malformed",
        "'', malformed",
    })
    void whatIsNotTheWholeSignatureBehindThePrefixIsRefused(String value, String reason) {
        Verification verification = verify(PREFIXED, signed(value), SECRET);

        assertEquals(new Verification.Refused(reason), verification);
    }

    @Test
    void signatureOfAnotherBodyIsRefused() {
        Callback altered = Callback.of(BODY + "\n").header("x-hub-signature-256", "sha256=" + HEX);

        Verification verification = verify(PREFIXED, altered, SECRET);

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    @Test
    void signatureByAnotherSecretIsRefused() {
        Verification verification = verify(PREFIXED, signed("sha256=" + HEX), "another", "and another");

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    private static Callback signed(String value) {
        return Callback.of(BODY).header("x-hub-signature-256", value);
    }

    private static Verification verify(SignatureHeader scheme, Callback request, String... secrets) {
        byte[] body = request.get().body();
        return scheme.verify(request.get(), List.of(secrets), Trail.NONE, "body", body);
    }
}
