package io.ticketwire.ingress.chat.google;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;

/** What the claims of a token must say for it to be a call of Google Chat to this connector. */
record Claims(JsonNode json, Issuer issuer, Connector connector) {

    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Up to the year 5138: what is more is no time. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    /** Checks them; the signature is in order. */
    Verification verify(Instant now, Trail trail) {
        return time(now, trail)
                .or(() -> audience(trail))
                .or(() -> identity(trail))
                .orElseGet(() -> trail.verified("token", () -> "It is a call of Google Chat to this connector"));
    }

    private Optional<Verification> time(Instant now, Trail trail) {
        Optional<Instant> expires = seconds("exp");
        Optional<Instant> issued = seconds("iat");
        if (expires.isEmpty() || issued.isEmpty()) {
            return Optional.of(trail.refuse("malformed_time", "time", () -> "exp and iat must be Unix seconds"));
        }
        if (!expires.get().plus(SKEW).isAfter(now)) {
            return Optional.of(trail.refuse("stale", "time", () -> "It expired at " + expires.get()));
        }
        if (!issued.get().minus(SKEW).isBefore(now)) {
            return Optional.of(
                    trail.refuse("ahead", "time", () -> "It is issued at " + issued.get() + ", after arrival"));
        }
        trail.pass("time", () -> "Issued at " + issued.get() + ", good until " + expires.get());
        return Optional.empty();
    }

    private Optional<Instant> seconds(String claim) {
        JsonNode value = json.path(claim);
        boolean seconds = value.isNumber() && value.asDouble() >= 0 && value.asDouble() < MAX_SECONDS;
        return seconds ? Optional.of(Instant.ofEpochSecond(value.asLong())) : Optional.empty();
    }

    private Optional<Verification> audience(Trail trail) {
        List<String> expected = issuer.audiences(connector);
        JsonNode given = json.path("aud");
        if (!given.isTextual() || !expected.contains(given.textValue())) {
            return Optional.of(trail.refuse(
                    "audience",
                    "audience",
                    () -> "It is for " + Shown.of(given) + "; the connector's " + issuer.audienceKey() + " is "
                            + (expected.isEmpty() ? "not set" : String.join(" or ", expected))));
        }
        trail.pass("audience", () -> "It is for " + given.textValue());
        return Optional.empty();
    }

    /**
     * Anybody's app can have an ID token made with our URL as its audience; the account says whose it is. Of an add-on it
     * is the account of its own project, and no other one will do.
     */
    private Optional<Verification> identity(Trail trail) {
        if (issuer == Issuer.CHAT) {
            return Optional.empty();
        }
        List<String> addOn = connector.credential("addon_service_account");
        List<String> expected = addOn.isEmpty() ? List.of(Issuer.CHAT_ACCOUNT) : addOn;
        JsonNode email = json.path("email");
        boolean confirmed = json.path("email_verified").isBoolean()
                && json.path("email_verified").booleanValue();
        if (!confirmed || !email.isTextual() || !expected.contains(email.textValue())) {
            return Optional.of(trail.refuse(
                    "identity",
                    "identity",
                    () -> "It is of " + Shown.of(email) + (confirmed ? "" : ", which Google has not verified")
                            + "; expected is " + String.join(" or ", expected)));
        }
        trail.pass("identity", () -> "It is of " + email.textValue());
        return Optional.empty();
    }
}
