package io.ticketwire.ingress.message.messagebird;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.HmacToken;
import io.ticketwire.ingress.signature.HmacToken.Algorithm;
import io.ticketwire.ingress.signature.Secrets;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * MessageBird's two schemes, of which the newer counts alone if it is given. See "Verify HTTP requests" on
 * developers.messagebird.com and the validators of MessageBird's SDKs.
 *
 * <pre>
 * MessageBird-Signature-JWT   a token of iss, nbf, exp, jti, url_hash and, if there is a body, payload_hash
 * MessageBird-Signature       base64 of HMAC-SHA256 over time + LF + sorted query + LF + SHA-256 of the body
 * </pre>
 */
record MessageBirdSignature(IncomingRequest request, Connector connector, Trail trail) {

    private static final String TOKEN_HEADER = "messagebird-signature-jwt";
    private static final HmacToken TOKEN =
            new HmacToken("header " + TOKEN_HEADER, Set.of(Algorithm.HS256, Algorithm.HS384, Algorithm.HS512));
    private static final SignatureHeader OLDER =
            new SignatureHeader("messagebird-signature", "", false, Digest.HMAC_SHA256, Encoding.BASE64);
    private static final SignedTime OLDER_TIME =
            new SignedTime("messagebird-request-timestamp", SignedTime.Form.UNIX_SECONDS);
    private static final String ISSUER = "MessageBird";

    /** That clocks may differ by, as in the SDKs. */
    private static final long LEEWAY_SECONDS = 1;

    Verification verify() {
        List<String> secrets = Secrets.of(connector, "signing_key");
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signing key", () -> "The connector has none");
        }
        List<String> tokens = request.headers(TOKEN_HEADER);
        if (tokens.size() > 1) {
            return trail.refuse("repeated", TOKEN.place(), () -> "It was sent more than once");
        }
        if (tokens.size() == 1) {
            return TOKEN.verify(tokens.get(0), secrets, trail, this::verify);
        }
        return OLDER.isIn(request)
                ? verifyOlder(secrets)
                : trail.refuse(
                        "missing", TOKEN.place(), () -> "The request has neither this header nor " + OLDER.name());
    }

    private Verification verify(JsonNode claims) {
        return issuer(claims)
                .or(() -> time(claims))
                .or(() -> url(claims))
                .or(() -> payload(claims))
                .orElseGet(() -> once(claims.path("jti")));
    }

    private Optional<Verification> issuer(JsonNode claims) {
        return claims.path("iss").asText().equals(ISSUER)
                ? Optional.empty()
                : Optional.of(trail.refuse("issuer", "issuer", () -> "The token is not of " + ISSUER));
    }

    /** In whole seconds, as the claims are. A token without {@code nbf} was issued by older versions with {@code iat} only. */
    private Optional<Verification> time(JsonNode claims) {
        if (connector.replayWindow().isZero()) {
            trail.pass("time", () -> "The connector's replay window is switched off");
            return Optional.empty();
        }
        Optional<Instant> from = HmacToken.time(claims.path("nbf"));
        Optional<Instant> until = HmacToken.time(claims.path("exp"));
        if (until.isEmpty() || from.isEmpty() && claims.has("nbf")) {
            return Optional.of(trail.refuse("malformed_time", "time", () -> "nbf and exp must be Unix seconds"));
        }
        long now = request.receivedAt().getEpochSecond();
        if (now > until.get().getEpochSecond() + LEEWAY_SECONDS) {
            return Optional.of(trail.refuse("stale", "time", () -> "The token was good until " + until.get()));
        }
        if (from.isPresent() && now < from.get().getEpochSecond() - LEEWAY_SECONDS) {
            return Optional.of(trail.refuse("ahead", "time", () -> "The token is good from " + from.get() + " on"));
        }
        trail.pass("time", () -> "The token is good until " + until.get());
        return Optional.empty();
    }

    private Optional<Verification> url(JsonNode claims) {
        String url = request.url(connector);
        if (!HmacToken.isHash(claims.path("url_hash"), Sha256.of(url))) {
            return Optional.of(
                    trail.refuse("mismatch", "URL", () -> "The token is for another URL than " + shown(url)));
        }
        trail.pass("URL", () -> "The token is for " + shown(url));
        return Optional.empty();
    }

    private String shown(String url) {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query) + "?...")
                + (connector.publicUrl() == null
                        ? "; if MessageBird calls another URL, enter that one as the connector's public_url"
                        : ", the connector's public_url with the query as it was sent");
    }

    /** With a body there must be its hash, without one there must be none: nobody may add a body or take it away. */
    private Optional<Verification> payload(JsonNode claims) {
        boolean hasBody = request.content().length() > 0;
        if (hasBody != claims.hasNonNull("payload_hash")) {
            return Optional.of(trail.refuse(
                    "mismatch",
                    "payload",
                    () -> hasBody
                            ? "The token is for a call without a body"
                            : "The body that the token is for is missing"));
        }
        if (hasBody
                && !HmacToken.isHash(
                        claims.path("payload_hash"), request.content().sha256())) {
            return Optional.of(trail.refuse("mismatch", "payload", () -> "The token is for another body"));
        }
        trail.pass("payload", () -> hasBody ? "The token is for this body" : "There is none");
        return Optional.empty();
    }

    private Verification once(JsonNode id) {
        return id.isTextual() && !id.textValue().isBlank()
                ? trail.verified(id.textValue(), "token id", () -> "The token has an id")
                : trail.refuse("no_nonce", "token id", () -> "The token has no jti");
    }

    private Verification verifyOlder(List<String> secrets) {
        return OLDER_TIME
                .refusal(request, connector, trail)
                .orElseGet(() -> OLDER.verify(
                        request,
                        secrets,
                        trail,
                        "timestamp + sorted query + SHA-256 of the body",
                        (request.header(OLDER_TIME.header()) + "\n" + sortedQuery() + "\n").getBytes(UTF_8),
                        request.content().sha256()));
    }

    /** By name; parameters stay as they were sent. */
    private String sortedQuery() {
        String query = request.query();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .sorted(Comparator.comparing(parameter -> parameter.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
    }
}
