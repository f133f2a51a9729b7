package io.ticketwire.ingress.signature;

import java.security.MessageDigest;
import java.util.List;

import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.platform.Sha256;

/**
 * A header that holds the secret itself: for senders that can set a header but cannot sign.
 *
 * @param name of the header, in lower case
 */
public record TokenHeader(String name) {

    /** What senders are told to use. */
    public static final TokenHeader GATEWAY = new TokenHeader("x-gateway-token");

    /** Whether the request has the header at all. */
    public boolean isIn(IncomingRequest request) {
        return !request.headers(name).isEmpty();
    }

    /**
     * Checks a request.
     *
     * @param secrets those that are accepted, at least one
     */
    public Verification verify(IncomingRequest request, List<String> secrets, Trail trail) {
        List<String> values = request.headers(name);
        if (values.size() != 1) {
            return trail.refuse(
                    values.isEmpty() ? "missing" : "repeated",
                    "header " + name,
                    () -> values.isEmpty() ? "The request has no such header" : "It was sent more than once");
        }
        return check(values.get(0), secrets, "header " + name, trail);
    }

    /** Compares a token that was found in {@code place} with the secrets. */
    public static Verification check(String token, List<String> secrets, String place, Trail trail) {
        byte[] given = Sha256.of(token);
        boolean matches = false;
        for (String secret : secrets) {
            // By their hashes, so that not even the length is told by the time it takes.
            matches |= MessageDigest.isEqual(Sha256.of(secret), given);
        }
        return matches
                ? trail.verified(place, () -> "It is one of " + secrets.size() + " secret(s)")
                : trail.refuse("mismatch", place, () -> "It is none of the connector's secrets");
    }
}
