package io.ticketwire.ingress.chat.google;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.chat.google.SigningKeys.Lookup;
import io.ticketwire.ingress.signature.Trail;

/**
 * Checks the token in {@code Authorization: Bearer <token>}: algorithm, issuer, key, signature, time, audience, identity, in
 * this order. A token of another algorithm or issuer never gets so far that a key is looked up for it.
 */
record TokenVerification(SigningKeys ofIdTokens, SigningKeys ofChat, Connector connector, Trail trail) {

    private static final String HEADER = "authorization";
    private static final String SCHEME = "Bearer ";
    private static final int MAX_TOKEN = 8_192;

    Verification of(IncomingRequest request) {
        if (Issuer.GOOGLE.audiences(connector).isEmpty()
                && Issuer.CHAT.audiences(connector).isEmpty()) {
            return trail.refuse(
                    "no_audience", "audience", () -> "The connector has neither audience nor project number");
        }
        List<String> values = request.headers(HEADER);
        if (values.size() != 1) {
            return trail.refuse(
                    values.isEmpty() ? "missing" : "repeated",
                    "header authorization",
                    () -> values.isEmpty() ? "The request has no such header" : "It was sent more than once");
        }
        String value = values.get(0);
        boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && value.length() <= MAX_TOKEN;
        Optional<ChatToken> token =
                bearer ? ChatToken.of(value.substring(SCHEME.length()).trim()) : Optional.empty();
        if (token.isEmpty()) {
            return trail.refuse("malformed", "header authorization", () -> "It is not Bearer and a JSON Web Token");
        }
        trail.pass("header authorization", () -> "It has a JSON Web Token");
        return issued(token.get(), request.receivedAt());
    }

    private Verification issued(ChatToken token, Instant now) {
        if (!token.algorithm().equals(ChatToken.ALGORITHM) || token.hasExtensions()) {
            return trail.refuse(
                    "algorithm",
                    "algorithm",
                    () -> "It must be RS256 without extensions, but is "
                            + Shown.of(token.header().path("alg")));
        }
        trail.pass("algorithm", () -> "It is RS256");
        JsonNode name = token.claims().path("iss");
        Optional<Issuer> issuer = Issuer.of(name.asText());
        if (issuer.isEmpty()) {
            return trail.refuse("issuer", "issuer", () -> "It is of " + Shown.of(name) + ", not of Google");
        }
        trail.pass("issuer", () -> "It says that it is of " + Shown.of(name));
        return token.keyId().isEmpty()
                ? trail.refuse("no_key_id", "key", () -> "It does not say with which key it is signed")
                : signed(token, issuer.get(), now);
    }

    private Verification signed(ChatToken token, Issuer issuer, Instant now) {
        Lookup lookup = (issuer == Issuer.CHAT ? ofChat : ofIdTokens).find(token.keyId());
        return lookup instanceof Lookup.Fetching fetching
                ? new Verification.Awaits(fetching.later().map(found -> signed(found, token, issuer, now)))
                : signed(lookup, token, issuer, now);
    }

    private Verification signed(Lookup lookup, ChatToken token, Issuer issuer, Instant now) {
        if (lookup instanceof Lookup.Found found) {
            trail.pass(
                    "key", () -> "Google has a key " + Shown.of(token.header().path("kid")));
            if (!token.isSignedWith(found.key())) {
                return trail.refuse("mismatch", "signature", () -> "It is not signed with this key");
            }
            trail.pass("signature", () -> "It is right");
            return new Claims(token.claims(), issuer, connector).verify(now, trail);
        }
        if (lookup instanceof Lookup.Unknown) {
            return trail.refuse(
                    "unknown_key",
                    "key",
                    () -> "Google has no key " + Shown.of(token.header().path("kid")));
        }
        return trail.undecided("keys_unavailable", "key", () -> "Google's keys can't be fetched now");
    }
}
