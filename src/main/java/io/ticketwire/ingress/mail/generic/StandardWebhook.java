package io.ticketwire.ingress.mail.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The scheme of Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): {@code v1,} and the base64 of
 * HMAC-SHA256 of {@code id.timestamp.body}, one or several with blanks between them. Svix, who made it, has headers of the same
 * kind under its own name.
 */
record StandardWebhook(String prefix) {

    private static final StandardWebhook PLAIN = new StandardWebhook("webhook");
    private static final StandardWebhook OF_SVIX = new StandardWebhook("svix");

    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";

    /** More than anybody has secrets to sign with. */
    private static final int MAX_SIGNATURES = 20;

    private static final int LONGEST = 4_096;

    /** The one that a request is signed by, if it is. */
    static Optional<StandardWebhook> in(IncomingRequest request) {
        return List.of(PLAIN, OF_SVIX).stream()
                .filter(scheme -> !request.headers(scheme.signature()).isEmpty())
                .findFirst();
    }

    /** The id under which it was sent; null if there is none that can be used. */
    String id(IncomingRequest request) {
        return ProviderEventId.usable(request.header(prefix + "-id"));
    }

    private String signature() {
        return prefix + "-signature";
    }

    /** @param secrets those that are accepted, at least one */
    Verification verify(IncomingRequest request, Connector connector, List<String> secrets, Trail trail) {
        SignedTime time = new SignedTime(prefix + "-timestamp", SignedTime.Form.UNIX_SECONDS);
        String id = id(request);
        if (id == null) {
            return trail.refuse(
                    "missing", "header " + prefix + "-id", () -> "It must be sent once, and not be too long");
        }
        Optional<Verification> missing = time.missing(request, trail);
        if (missing.isPresent()) {
            return missing.get();
        }
        String written = request.header(signature());
        List<byte[]> given = written == null ? List.of() : given(written);
        if (given.isEmpty()) {
            return trail.refuse(
                    written == null ? "repeated" : "malformed",
                    "header " + signature(),
                    () -> "It must be sent once, as v1,<base64>");
        }
        if (!isRight(request, id + "." + request.header(time.header()) + ".", secrets, given)) {
            return trail.refuse("mismatch", "signature", () -> "It is of none of " + secrets.size() + " secret(s)");
        }
        return time.refusal(request, connector, trail)
                .orElseGet(() -> trail.verified(
                        id, "signature", () -> "It is right for one of " + secrets.size() + " secret(s)"));
    }

    /** Of other versions there may be some, too. */
    private static List<byte[]> given(String header) {
        List<byte[]> given = new ArrayList<>();
        String[] signatures =
                header.length() > LONGEST ? new String[0] : header.trim().split(" +", MAX_SIGNATURES + 1);
        for (String signature : signatures) {
            if (signature.startsWith(VERSION) && given.size() < MAX_SIGNATURES) {
                decoded(signature.substring(VERSION.length())).ifPresent(given::add);
            }
        }
        return given;
    }

    private static boolean isRight(
            IncomingRequest request, String beginning, List<String> secrets, List<byte[]> given) {
        boolean right = false;
        for (String secret : secrets) {
            for (byte[] key : keys(secret)) {
                byte[] expected = hmac(request, beginning, key);
                for (byte[] one : given) {
                    // In constant time, and for every key: how long a refusal takes must not tell how much was right.
                    right |= MessageDigest.isEqual(expected, one);
                }
            }
        }
        return right;
    }

    /** Behind whsec_ is base64; of any other text it can't be told whether it is meant as such. */
    private static List<byte[]> keys(String secret) {
        List<byte[]> keys = new ArrayList<>();
        decoded(secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : secret)
                .ifPresent(keys::add);
        if (!secret.startsWith(SECRET)) {
            keys.add(secret.getBytes(UTF_8));
        }
        return keys;
    }

    private static byte[] hmac(IncomingRequest request, String beginning, byte[] key) {
        try (InputStream body = request.content().open()) {
            return Hmac.SHA256.of(key, beginning.getBytes(UTF_8), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if it is no base64, or nothing. */
    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
