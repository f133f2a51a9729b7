package io.ticketwire.ingress.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Verification;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A JSON Web Token (RFC 7519) whose sender signs with the connector's secret (RFC 7515, section 3.1; RFC 7518, section 3.2).
 *
 * <p>Strict where readers of tokens differ: three parts, base64url without padding and without stray bits, no name twice in
 * an object, no extension that would have to be understood, and only the algorithms that the sender is known to use.
 *
 * @param place where it stands in the request, e.g. {@code header authorization}
 * @param algorithms that are accepted
 */
public record HmacToken(String place, Set<Algorithm> algorithms) {

    /** Its name is what {@code alg} says. */
    public enum Algorithm {
        HS256(Hmac.SHA256),
        HS384(Hmac.SHA384),
        HS512(Hmac.SHA512);

        private final Hmac hmac;

        Algorithm(Hmac hmac) {
            this.hmac = hmac;
        }
    }

    private static final int MAX_LENGTH = 8_192;

    /** Up to the year 5138: what is more is no time. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    private static final ObjectReader STRICT_JSON =
            JsonBody.READER.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** Taken apart and not yet believed. */
    private record Parts(byte[] signed, JsonNode header, JsonNode claims, byte[] signature) {

        /** Empty if it is no signed token of JSON objects. */
        static Optional<Parts> of(String token) {
            String[] parts = token.length() > MAX_LENGTH ? new String[0] : token.split("\\.", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            return decoded(parts[0])
                    .flatMap(Parts::object)
                    .flatMap(header -> decoded(parts[1]).flatMap(Parts::object).flatMap(claims -> decoded(parts[2])
                            .map(signature -> new Parts(
                                    (parts[0] + "." + parts[1]).getBytes(US_ASCII), header, claims, signature))));
        }

        private static Optional<byte[]> decoded(String part) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(part);
                // The decoder takes padding and stray bits, by which one signature could be written in many ways.
                String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                return again.equals(part) ? Optional.of(bytes) : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private static Optional<JsonNode> object(byte[] json) {
            try {
                JsonNode read = STRICT_JSON.readTree(json);
                return read.isObject() ? Optional.of(read) : Optional.empty();
            } catch (IOException notJson) {
                return Optional.empty();
            }
        }
    }

    /**
     * Checks a token.
     *
     * @param secrets those that are accepted
     * @param trail notes the steps
     * @param check what its claims must say; asked only if the signature is right
     */
    public Verification verify(
            String token, List<String> secrets, Trail trail, Function<JsonNode, Verification> check) {
        Optional<Parts> read = Parts.of(token);
        if (read.isEmpty()) {
            return trail.refuse("malformed", place, () -> "It is no signed JSON Web Token");
        }
        trail.pass(place, () -> "It has a JSON Web Token");
        Parts parts = read.get();
        Optional<Algorithm> algorithm = algorithm(parts.header());
        if (algorithm.isEmpty()) {
            return trail.refuse(
                    "algorithm", "algorithm", () -> "It must be one of " + algorithms + ", without extensions");
        }
        trail.pass("algorithm", () -> "It is " + algorithm.get());
        if (!isSigned(parts, algorithm.get(), secrets)) {
            return trail.refuse(
                    "mismatch", "signature", () -> "It is not that of any of " + secrets.size() + " secret(s)");
        }
        trail.pass("signature", () -> "It is right for one of " + secrets.size() + " secret(s)");
        return check.apply(parts.claims());
    }

    /** Empty for what is not accepted, and for extensions, which must be refused if they are not known (section 4.1.11). */
    private Optional<Algorithm> algorithm(JsonNode header) {
        String name = header.path("alg").asText();
        return header.has("crit") || header.has("b64")
                ? Optional.empty()
                : algorithms.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static boolean isSigned(Parts parts, Algorithm algorithm, List<String> secrets) {
        boolean signed = false;
        for (String secret : secrets) {
            byte[] expected = algorithm.hmac.of(secret.getBytes(UTF_8), parts.signed());
            // In constant time, and for every secret: how long a refusal takes must not tell how much was right.
            signed |= MessageDigest.isEqual(expected, parts.signature());
        }
        return signed;
    }

    /** The time that a claim says in seconds since 1970 (RFC 7519, section 2: NumericDate); empty if it says none. */
    public static Optional<Instant> time(JsonNode claim) {
        boolean seconds = claim.isNumber() && claim.asDouble() >= 0 && claim.asDouble() < MAX_SECONDS;
        return seconds ? Optional.of(Instant.ofEpochSecond(claim.asLong())) : Optional.empty();
    }

    /** Whether a claim is this hash, in hex. */
    public static boolean isHash(JsonNode claim, byte[] hash) {
        byte[] expected = HexFormat.of().formatHex(hash).getBytes(UTF_8);
        return claim.isTextual()
                && MessageDigest.isEqual(
                        expected, claim.textValue().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
