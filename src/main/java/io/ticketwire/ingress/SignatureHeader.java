package io.ticketwire.ingress;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import io.ticketwire.connector.Connector;
import io.ticketwire.platform.HmacSha256;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The scheme of a header that holds the HMAC-SHA256 of the body in hex, optional as long as the connector has no secret.
 *
 * @param name of the header
 * @param prefix before the hex
 * @param prefixRequired whether bare hex is refused
 */
public record SignatureHeader(String name, String prefix, boolean prefixRequired) {

    /** Checks a request against the connector's secrets. */
    public Verification verify(IncomingRequest request, Connector connector) {
        if (connector.webhookSecrets().isEmpty()) {
            return new Verification.Unsigned();
        }
        List<String> values = request.headers(name);
        if (values.size() != 1) {
            return new Verification.Refused(values.isEmpty() ? "missing" : "repeated");
        }
        String value = values.get(0);
        if (prefixRequired && !value.startsWith(prefix)) {
            return new Verification.Refused("malformed");
        }
        String hex = value.startsWith(prefix) ? value.substring(prefix.length()) : value;
        return matches(connector.webhookSecrets(), request.body(), hex)
                ? new Verification.Verified()
                : new Verification.Refused("mismatch");
    }

    /** Whether one of the secrets made this signature; text that is no lower-case hex is none. */
    private static boolean matches(List<String> secrets, byte[] body, String hex) {
        byte[] given = hex.getBytes(US_ASCII);
        boolean matches = false;
        for (String secret : secrets) {
            String expected = HexFormat.of().formatHex(HmacSha256.of(secret.getBytes(UTF_8), body));
            // In constant time, and for every secret: how long a refusal takes must not tell how much was right.
            matches |= MessageDigest.isEqual(expected.getBytes(US_ASCII), given);
        }
        return matches;
    }
}
