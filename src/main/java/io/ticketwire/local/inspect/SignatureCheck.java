package io.ticketwire.local.inspect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receiver's side of all three schemes; a pure function. It shares no code with the sender on purpose.
 *
 * <ul>
 *   <li>{@code X-Webhook-Signature}: hex HMAC-SHA256 of the body by the secret as it was shown, with or without {@code sha256=};
 *   <li>{@code webhook-signature}: Standard Webhooks 1.0, one of several {@code v1,<base64>} over id, timestamp and body, not
 *       older or newer than five minutes.
 * </ul>
 */
final class SignatureCheck {

    private static final String HMAC = "HmacSHA256";
    private static final String SHA256_PREFIX = "sha256=";
    private static final String STANDARD_PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private SignatureCheck() {}

    /**
     * @param headers to be found by their names in any case
     * @param secrets any of which may have signed
     */
    static Signature of(Map<String, String> headers, byte[] body, List<String> secrets, Instant now) {
        String plain = headers.get("X-Webhook-Signature");
        String standard = headers.get("webhook-signature");
        if (plain == null && standard == null) {
            return Signature.UNSIGNED;
        }
        if (secrets.isEmpty()) {
            return Signature.UNKNOWN;
        }
        boolean valid = secrets.stream()
                .anyMatch(secret -> standard == null
                        ? isHexOf(body, secret, plain)
                        : isStandard(headers, body, secret, standard) && isRecent(headers, now));
        return valid ? Signature.VALID : Signature.INVALID;
    }

    private static boolean isHexOf(byte[] body, String secret, String signature) {
        String hex = signature.startsWith(SHA256_PREFIX) ? signature.substring(SHA256_PREFIX.length()) : signature;
        byte[] expected = hmac(secret.getBytes(StandardCharsets.UTF_8), body);
        return equal(HexFormat.of().formatHex(expected), hex);
    }

    private static boolean isStandard(Map<String, String> headers, byte[] body, String secret, String signatures) {
        byte[] key;
        try {
            key = Base64.getDecoder()
                    .decode(secret.startsWith(STANDARD_PREFIX) ? secret.substring(STANDARD_PREFIX.length()) : secret);
        } catch (IllegalArgumentException notOfThisScheme) {
            return false;
        }
        if (key.length == 0) {
            return false;
        }
        String head = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + ".";
        String expected =
                "v1," + Base64.getEncoder().encodeToString(hmac(key, head.getBytes(StandardCharsets.UTF_8), body));
        return Stream.of(signatures.split(" ")).anyMatch(signature -> equal(expected, signature));
    }

    private static boolean isRecent(Map<String, String> headers, Instant now) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(headers.getOrDefault("webhook-timestamp", "")));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException noTime) {
            return false;
        }
    }

    /** In constant time: how long a comparison takes would tell how much of a forged signature is right. */
    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
