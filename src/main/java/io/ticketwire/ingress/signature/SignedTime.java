package io.ticketwire.ingress.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;

/**
 * A header with the time of signing. It is signed as the text that was sent; only a copy is read, to see whether it lies
 * within the connector's replay window around the arrival, on either side.
 *
 * @param header its name, in lower case
 */
public record SignedTime(String header, Form form) {

    /** How senders write it. */
    public enum Form {
        UNIX_SECONDS,
        UNIX_MILLISECONDS,
        ISO_8601
    }

    private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");

    /** Why the request is refused; empty if its time is in order. */
    public Optional<Verification> refusal(IncomingRequest request, Connector connector, Trail trail) {
        Optional<Verification> missing = missing(request, trail);
        if (missing.isPresent()) {
            return missing;
        }
        String check = "header " + header;
        String value = request.header(header);
        Duration window = connector.replayWindow();
        if (window.isZero()) {
            trail.pass(check, () -> "Given; the connector's replay window is switched off");
            return Optional.empty();
        }
        Optional<Instant> time = parse(value);
        if (time.isEmpty()) {
            return Optional.of(trail.refuse("malformed_time", check, () -> "It is no time in the form " + form));
        }
        Duration age = Duration.between(time.get(), request.receivedAt());
        if (age.abs().compareTo(window) > 0) {
            return Optional.of(
                    trail.refuse(age.isNegative() ? "ahead" : "stale", check, () -> outside(time.get(), age, window)));
        }
        trail.pass(check, () -> "Signed " + age.toMillis() + " ms before arrival; the window is " + window);
        return Optional.empty();
    }

    /** Why the request is refused if its time is not there to be signed; empty if it was sent once. */
    public Optional<Verification> missing(IncomingRequest request, Trail trail) {
        return SentOnce.refusal(request, header, "missing_time", trail);
    }

    private String outside(Instant time, Duration age, Duration window) {
        String side = age.isNegative() ? " s after" : " s before";
        String unit = form == Form.ISO_8601 ? "" : "; is it really in " + form + "?";
        return "It says " + time + ", " + age.abs().toSeconds() + side + " arrival; the window is " + window + unit;
    }

    private Optional<Instant> parse(String text) {
        if (form == Form.ISO_8601) {
            try {
                return text.length() > 64
                        ? Optional.empty()
                        : Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return Optional.of(form == Form.UNIX_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
}
