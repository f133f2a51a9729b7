package io.ticketwire.ingress;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** HMAC-SHA256 of a body, as a header in lower-case hex shows it. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private HmacSha256() {}

    /**
     * Whether one of the secrets made this signature.
     *
     * @param hex lower-case hex as received; any other text is no signature
     */
    public static boolean matches(List<String> secrets, byte[] body, String hex) {
        byte[] given = hex.getBytes(US_ASCII);
        boolean matches = false;
        for (String secret : secrets) {
            byte[] expected = HexFormat.of().formatHex(sign(secret, body)).getBytes(US_ASCII);
            // In constant time, and for every secret: how long a refusal takes must not tell how much was right.
            matches |= MessageDigest.isEqual(expected, given);
        }
        return matches;
    }

    private static byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
