package io.ticketwire.ingress.signature;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A header that holds the signature of a text.
 *
 * @param name of the header, in lower case
 * @param prefix before the encoded signature; empty if there is none
 * @param prefixRequired whether a value without the prefix is refused
 */
public record SignatureHeader(String name, String prefix, boolean prefixRequired, Digest digest, Encoding encoding) {

    /** HMAC-SHA256 in hex behind a prefix, the commonest scheme of all. */
    public static SignatureHeader hmacSha256(String name, String prefix) {
        return new SignatureHeader(name, prefix, true, Digest.HMAC_SHA256, Encoding.HEX);
    }

    /** Whether the request has the header at all. */
    public boolean isIn(IncomingRequest request) {
        return !request.headers(name).isEmpty();
    }

    /**
     * Checks a request.
     *
     * @param secrets those that are accepted, at least one
     * @param trail notes the steps
     * @param how what is signed, in words
     * @param signed what is signed: the parts, one after the other
     */
    public Verification verify(
            IncomingRequest request, List<String> secrets, Trail trail, String how, byte[]... signed) {
        List<String> values = request.headers(name);
        if (values.size() != 1) {
            return trail.refuse(
                    values.isEmpty() ? "missing" : "repeated",
                    header(),
                    () -> values.isEmpty() ? "The request has no such header" : "It was sent more than once");
        }
        String value = values.get(0);
        if (prefixRequired && !value.startsWith(prefix)) {
            return trail.refuse(
                    "malformed", header(), () -> "It must begin with " + prefix + ", but is " + shown(value));
        }
        trail.pass(header(), () -> "Given once: " + shown(value));
        String given = value.startsWith(prefix) ? value.substring(prefix.length()) : value;
        trail.signed(new Trail.Signed(this, given, secrets, how, signed));
        return matches(secrets, given, trail, signed);
    }

    private Verification matches(List<String> secrets, String given, Trail trail, byte[][] signed) {
        byte[] givenBytes = given.getBytes(UTF_8);
        boolean matches = false;
        List<String> allExpected = new ArrayList<>(secrets.size());
        for (String secret : secrets) {
            String expected = of(secret, signed);
            allExpected.add(expected);
            // In constant time, and for every secret: how long a refusal takes must not tell how much was right.
            matches |= MessageDigest.isEqual(expected.getBytes(UTF_8), givenBytes);
        }
        return matches
                ? trail.verified("signature", () -> "It is right for one of " + secrets.size() + " secret(s)")
                : trail.refuse("mismatch", "signature", () -> Trail.mismatch(prefix, given, allExpected));
    }

    /** The signature that a secret makes, without the prefix. It is used as the text that it is, also where it looks like base64 or hex. */
    public String of(String secret, byte[]... signed) {
        return of(secret.getBytes(UTF_8), signed);
    }

    /** The signature that a key makes, without the prefix. */
    public String of(byte[] key, byte[]... signed) {
        return encoding.of(digest.of(key, signed));
    }

    private String header() {
        return "header " + name;
    }

    private static String shown(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "...";
    }
}
