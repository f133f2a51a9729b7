package io.ticketwire.ingress.mail.mailgun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.FormFields;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Hex of HMAC-SHA256 of timestamp and token, which stand in the body
 * (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks). The body itself is not signed: so
 * the token counts once. What happens in a subaccount is signed by the primary account, too.
 *
 * @param all that the request has; a missing one is empty
 */
record MailgunSignature(String timestamp, String token, List<String> all) {

    /** Bytes of the longest JSON that is read; Mailgun's have a few thousand. */
    static final int LONGEST_REPORT = 1 << 20;

    private static final String SIGNATURE = "signature";
    private static final String OF_PARENT = "parent-signature";
    private static final Set<String> FIELDS = Set.of("timestamp", "token", SIGNATURE, OF_PARENT);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int MAX_TOKEN = 255;

    private static final MailgunSignature NONE = new MailgunSignature("", "", List.of());

    /** What a request says; of a field that comes more than once the last, since what the user adds comes first. */
    static MailgunSignature of(IncomingRequest request) {
        if (!MailForm.isSentBy(request)) {
            boolean read = request.content().length() <= LONGEST_REPORT;
            return read && JsonBody.of(request.content().head(LONGEST_REPORT)) instanceof JsonBody.Parsed parsed
                    ? of(parsed.root().path(SIGNATURE))
                    : NONE;
        }
        FormFields fields = new FormFields(FIELDS);
        try {
            MailForm.read(request, fields::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MailgunSignature(
                orEmpty(fields.last("timestamp")),
                orEmpty(fields.last("token")),
                given(fields.last(SIGNATURE), fields.last(OF_PARENT)));
    }

    private static MailgunSignature of(JsonNode signature) {
        return new MailgunSignature(
                signature.path("timestamp").asText(),
                signature.path("token").asText(),
                given(
                        signature.path(SIGNATURE).asText(),
                        signature.path(OF_PARENT).asText()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<String> given(String... signatures) {
        return Stream.of(signatures)
                .filter(signature -> signature != null && !signature.isEmpty())
                .toList();
    }

    Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> keys = connector.credential("signing_key").stream()
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.isEmpty()) {
            return trail.refuse("no_secret", "signing key", () -> "The connector has none");
        }
        if (timestamp.isEmpty() || token.isEmpty() || all.isEmpty()) {
            return trail.refuse("missing", SIGNATURE, () -> "The body has no timestamp, token and signature");
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return trail.refuse("malformed_time", "timestamp", () -> "It is no number of seconds");
        }
        if (token.length() > MAX_TOKEN
                || !all.stream().allMatch(one -> HEX.matcher(one).matches())) {
            return trail.refuse("malformed", SIGNATURE, () -> "It is not 64 hex digits, or the token is too long");
        }
        return !isRight(keys)
                ? trail.refuse("mismatch", SIGNATURE, () -> "It is of none of " + keys.size() + " signing key(s)")
                : refusal(request, connector, trail)
                        .orElseGet(() -> trail.verified(
                                token, SIGNATURE, () -> "It is right for one of " + keys.size() + " signing key(s)"));
    }

    private boolean isRight(List<String> keys) {
        boolean right = false;
        for (String key : keys) {
            byte[] expected = Hmac.SHA256.of(key.getBytes(UTF_8), timestamp.getBytes(UTF_8), token.getBytes(UTF_8));
            for (String one : all) {
                // In constant time, and for every key: how long a refusal takes must not tell how much was right.
                right |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(one));
            }
        }
        return right;
    }

    private Optional<Verification> refusal(IncomingRequest request, Connector connector, Trail trail) {
        Duration window = connector.replayWindow();
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), request.receivedAt());
        if (window.isZero() || age.abs().compareTo(window) <= 0) {
            trail.pass("timestamp", () -> "Signed " + age.toSeconds() + " s before arrival; the window is " + window);
            return Optional.empty();
        }
        return Optional.of(trail.refuse(
                age.isNegative() ? "ahead" : "stale",
                "timestamp",
                () -> "It lies " + age.toSeconds() + " s before arrival; the window is " + window));
    }
}
