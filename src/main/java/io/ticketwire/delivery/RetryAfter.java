package io.ticketwire.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** A receiver that wants longer than this is asked again all the same. */
    static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** The time it names, at most {@link #LONGEST} away; empty if there is none, or none that lies ahead. */
    static Optional<Instant> parse(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        Instant latest = now.plus(LONGEST);
        return instant(header.trim(), now).filter(now::isBefore).map(asked -> asked.isAfter(latest) ? latest : asked);
    }

    private static Optional<Instant> instant(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        if (value.matches("\\d{10,}")) {
            return Optional.of(Instant.MAX);
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
