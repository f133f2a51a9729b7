package io.ticketwire.ingress.message.vonage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.HmacToken;
import io.ticketwire.ingress.signature.HmacToken.Algorithm;
import io.ticketwire.ingress.signature.Secrets;
import io.ticketwire.ingress.signature.Trail;

/**
 * The bearer token of a signed webhook: HS256 with the signature secret, whatever method the account uses for SMS, with iss,
 * iat, jti, payload_hash, api_key and, of an application, application_id. See developer.vonage.com, "Decoding signed
 * webhooks".
 */
record VonageToken(IncomingRequest request, Connector connector, Trail trail) {

    private static final String HEADER = "authorization";
    private static final String SCHEME = "Bearer ";
    private static final HmacToken TOKEN = new HmacToken("header " + HEADER, Set.of(Algorithm.HS256));
    private static final String ISSUER = "Vonage";

    Verification verify() {
        List<String> secrets = Secrets.of(connector, "signature_secret");
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signature secret", () -> "The connector has none");
        }
        List<String> values = request.headers(HEADER);
        if (values.isEmpty()) {
            // An error of theirs may leave a callback unsigned. They ask for a 5xx then, and sign it when they repeat
            // it.
            return trail.undecided("unsigned", TOKEN.place(), () -> "The request has no such header");
        }
        if (values.size() > 1) {
            return trail.refuse("repeated", TOKEN.place(), () -> "It was sent more than once");
        }
        String value = values.get(0);
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? TOKEN.verify(value.substring(SCHEME.length()).trim(), secrets, trail, this::verify)
                : trail.refuse("malformed", TOKEN.place(), () -> "It is not Bearer and a JSON Web Token");
    }

    private Verification verify(JsonNode claims) {
        return issuer(claims)
                .or(() -> time(claims))
                .or(() -> payload(claims))
                .or(() -> account("api_key", claims))
                .or(() -> account("application_id", claims))
                .orElseGet(() -> {
                    JsonNode id = claims.path("jti");
                    String nonce = id.isTextual() && !id.textValue().isBlank() ? id.textValue() : null;
                    return trail.verified(nonce, "token", () -> "It is a callback of Vonage to this connector");
                });
    }

    private Optional<Verification> issuer(JsonNode claims) {
        return claims.path("iss").asText().equals(ISSUER)
                ? Optional.empty()
                : Optional.of(trail.refuse("issuer", "issuer", () -> "The token is not of " + ISSUER));
    }

    /** Vonage's tokens say when they were issued, and not how long they are good; one that does is taken at its word. */
    private Optional<Verification> time(JsonNode claims) {
        Duration window = connector.replayWindow();
        if (window.isZero()) {
            trail.pass("time", () -> "The connector's replay window is switched off");
            return Optional.empty();
        }
        Optional<Instant> issued = HmacToken.time(claims.path("iat"));
        Optional<Instant> until = HmacToken.time(claims.path("exp"));
        if (issued.isEmpty() || until.isEmpty() && claims.has("exp")) {
            return Optional.of(trail.refuse("malformed_time", "time", () -> "iat must be Unix seconds"));
        }
        Duration age = Duration.between(issued.get(), request.receivedAt());
        if (age.abs().compareTo(window) > 0) {
            return Optional.of(trail.refuse(
                    age.isNegative() ? "ahead" : "stale",
                    "time",
                    () -> "The token is of " + issued.get() + "; the window is " + window));
        }
        if (until.isPresent() && until.get().plus(window).isBefore(request.receivedAt())) {
            return Optional.of(trail.refuse("stale", "time", () -> "The token was good until " + until.get()));
        }
        trail.pass("time", () -> "The token is of " + issued.get());
        return Optional.empty();
    }

    /** Without it, a token could be put before any body. */
    private Optional<Verification> payload(JsonNode claims) {
        if (!HmacToken.isHash(claims.path("payload_hash"), request.content().sha256())) {
            return Optional.of(trail.refuse(
                    "mismatch",
                    "payload",
                    () -> claims.has("payload_hash") ? "The token is for another body" : "The token is for no body"));
        }
        trail.pass("payload", () -> "The token is for this body");
        return Optional.empty();
    }

    /** A claim that the connector may ask for, to tell its own account or application from others of the same secret. */
    private Optional<Verification> account(String name, JsonNode claims) {
        List<String> expected = connector.credential(name);
        String given = claims.path(name).asText();
        if (!expected.isEmpty() && !expected.contains(given)) {
            return Optional.of(trail.refuse("account", name, () -> "The token is of another one"));
        }
        trail.pass(name, () -> expected.isEmpty() ? "The connector asks for none" : "It is the connector's");
        return Optional.empty();
    }
}
