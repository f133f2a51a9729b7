package io.ticketwire.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** A receiver that wants longer than this is asked again all the same. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** The three forms of a date in HTTP (RFC 9110, section 5.6.7); the latter two are old, and still to be understood. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-uu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

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
        return DATES.stream().flatMap(format -> date(value, format).stream()).findFirst();
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
