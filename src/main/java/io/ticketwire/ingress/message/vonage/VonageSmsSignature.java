package io.ticketwire.ingress.message.vonage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.FormBody.Parameter;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Secrets;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The parameter {@code sig}: hex of a digest of all other parameters, by name, as {@code &name=value}, in which {@code &}
 * and {@code =} are {@code _}. See developer.vonage.com, "Signing messages", and the SDKs.
 *
 * <pre>
 * md5hash                     MD5 of text + secret
 * md5, sha1, sha256, sha512   HMAC of the text with the secret
 * </pre>
 */
record VonageSmsSignature(VonageSmsParameters parameters, Connector connector, Trail trail) {

    private static final String SIGNATURE = "sig";
    private static final String TIME = "timestamp";

    /** Of ours, to tell connectors apart: it stands in the URL that is entered at Vonage. */
    private static final String CONNECTOR = "connectorId";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}");

    static Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = Secrets.of(connector, "signature_secret");
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signature secret", () -> "The connector has none");
        }
        VonageSmsParameters read = VonageSmsParameters.of(request);
        if (read == null) {
            return trail.refuse("malformed", "parameters", () -> "There are none that can be read");
        }
        if (read.isAmbiguous()) {
            return trail.refuse("repeated", "parameters", () -> "A name was given more than once");
        }
        return new VonageSmsSignature(read, connector, trail).verify(secrets, request.receivedAt());
    }

    private Verification verify(List<String> secrets, Instant now) {
        String given = parameters.value(SIGNATURE);
        if (given == null) {
            return trail.refuse("missing", SIGNATURE, () -> "There is no such parameter");
        }
        trail.pass(SIGNATURE, () -> "It has " + given.length() + " characters");
        return time(now).orElseGet(() -> matches(given, secrets));
    }

    private Optional<Verification> time(Instant now) {
        Duration window = connector.replayWindow();
        if (window.isZero()) {
            trail.pass(TIME, () -> "The connector's replay window is switched off");
            return Optional.empty();
        }
        String given = parameters.value(TIME);
        if (given == null || !SECONDS.matcher(given).matches()) {
            String reason = given == null ? "missing_time" : "malformed_time";
            return Optional.of(trail.refuse(reason, TIME, () -> "It must be given, in Unix seconds"));
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(given)), now);
        if (age.abs().compareTo(window) > 0) {
            return Optional.of(trail.refuse(
                    age.isNegative() ? "ahead" : "stale",
                    TIME,
                    () -> "It is " + age.abs().toSeconds() + " s from arrival; the window is " + window));
        }
        trail.pass(TIME, () -> "Signed " + age.toSeconds() + " s before arrival; the window is " + window);
        return Optional.empty();
    }

    private Verification matches(String given, List<String> secrets) {
        String method = method();
        byte[] signature = given.toLowerCase(Locale.ROOT).getBytes(UTF_8);
        boolean matches = false;
        for (String secret : secrets) {
            for (byte[] text : texts()) {
                byte[] digest = digest(method, secret.getBytes(UTF_8), text);
                // In constant time, and for every secret: how long a refusal takes must not tell how much was right.
                matches |=
                        MessageDigest.isEqual(HexFormat.of().formatHex(digest).getBytes(UTF_8), signature);
            }
        }
        String nonce = parameters.value("nonce");
        return matches
                ? trail.verified(nonce, "signature", () -> "It is right for one of " + secrets.size() + " secret(s)")
                : trail.refuse(
                        "mismatch",
                        "signature",
                        () -> "It is not that of any of " + secrets.size() + " secret(s) by the method " + method);
    }

    private String method() {
        String method = connector.setting("method");
        return method == null ? "md5hash" : method;
    }

    /**
     * What may have been signed. Vonage's SDKs do not agree on whether parameters without a value are signed (Java's leaves
     * them out), and whether what stands in the customer's URL belongs to it is not said. Nothing is lost by either: none
     * of them says anything of a message.
     */
    private List<byte[]> texts() {
        Predicate<Parameter> any = parameter -> !parameter.name().equals(SIGNATURE);
        Predicate<Parameter> filled = parameter -> !parameter.value().isBlank();
        Predicate<Parameter> theirs = parameter -> !parameter.name().equals(CONNECTOR);
        return Stream.of(any, any.and(filled), any.and(theirs), any.and(filled).and(theirs))
                .map(this::text)
                .distinct()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    private String text(Predicate<Parameter> signed) {
        return parameters.all().stream()
                .filter(signed)
                .sorted(Comparator.comparing(Parameter::name))
                .map(parameter -> "&" + plain(parameter.name()) + "=" + plain(parameter.value()))
                .collect(Collectors.joining());
    }

    private static String plain(String text) {
        return text.replace('&', '_').replace('=', '_');
    }

    private static byte[] digest(String method, byte[] secret, byte[] text) {
        return switch (method) {
            case "md5" -> Hmac.MD5.of(secret, text);
            case "sha1" -> Hmac.SHA1.of(secret, text);
            case "sha256" -> Hmac.SHA256.of(secret, text);
            case "sha512" -> Hmac.SHA512.of(secret, text);
            default -> md5(text, secret);
        };
    }

    private static byte[] md5(byte[] text, byte[] secret) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(text);
            return md5.digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
