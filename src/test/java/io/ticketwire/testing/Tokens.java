package io.ticketwire.testing;

import java.util.Base64;
import java.util.HexFormat;

import io.ticketwire.platform.Hmac;
import io.ticketwire.platform.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/** JSON Web Tokens as senders make them, and as they never would. */
public final class Tokens {

    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Tokens() {}

    /** A token of these claims. */
    public static String hs256(String claims, String secret) {
        return signed(HS256, claims, secret);
    }

    /** A token with any header, signed by HS256. */
    public static String signed(String header, String claims, String secret) {
        String text = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        return text + "." + base64(Hmac.SHA256.of(secret.getBytes(UTF_8), text.getBytes(UTF_8)));
    }

    /** In hex, as claims have it. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
