package io.ticketwire.platform;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is wrong with the fields of a request, so that a caller hears of everything at once. */
public final class FieldChecks {

    private static final int MAX_NAME = 200;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** The database takes no NUL; nobody means any other. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** Notes the field unless the condition holds. */
    public FieldChecks require(boolean condition, String field, String message) {
        if (!condition) {
            errors.add(new Problem.FieldError(field, message));
        }
        return this;
    }

    /** Notes the field. */
    public void refuse(String field, String message) {
        require(false, field, message);
    }

    /** A name for people. */
    public void name(String name) {
        require(
                name != null && !name.isBlank() && name.length() <= MAX_NAME,
                "name",
                "is required, and has at most " + MAX_NAME + " characters");
        require(isPlain(name), "name", "must not have control characters");
    }

    /** Whether a text is without control characters; true for null. */
    public static boolean isPlain(String text) {
        return text == null || !CONTROL.matcher(text).find();
    }

    /** An ISO-8601 duration within bounds, both included; empty, and noted, if it is not one. */
    public Optional<Duration> duration(String field, String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text == null ? "" : text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return Optional.of(duration);
            }
        } catch (DateTimeException | ArithmeticException notADuration) {
            // Said below.
        }
        refuse(field, "must be an ISO-8601 duration from %s to %s".formatted(least, most));
        return Optional.empty();
    }

    /** A time of the years 1970 to 9999, which every clock and the database know; empty, and noted, if it is not one. */
    public Optional<Instant> time(String field, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(END_OF_TIME)) {
                return Optional.of(time);
            }
        } catch (DateTimeException notATime) {
            // Said below.
        }
        refuse(field, "must be a time like %s, of the years 1970 to 9999".formatted(Instant.EPOCH));
        return Optional.empty();
    }

    /** An absolute URL of http or https; null is fine. */
    public void url(String field, String url) {
        require(url == null || isUrl(url, false), field, "must be an absolute http or https URL");
    }

    /** As {@link #url}, and may name a user and a password: senders sign the URL with them. */
    public void urlWithUser(String field, String url) {
        require(url == null || isUrl(url, true), field, "must be an absolute http or https URL without a fragment");
    }

    private static boolean isUrl(String url, boolean withUser) {
        try {
            URI uri = URI.create(url);
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean user = uri.getRawUserInfo() != null;
            return http && uri.getHost() != null && uri.getRawFragment() == null && (withUser || !user);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Ends the request if anything was noted. */
    public void done() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.ofFields(errors));
        }
    }
}
