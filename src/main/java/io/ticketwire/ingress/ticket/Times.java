package io.ticketwire.ingress.ticket;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Times as support platforms write them: ISO 8601 with any fraction and any form of offset (Jira: {@code +0100}; Zendesk:
 * nanoseconds), {@code yyyy-MM-dd HH:mm:ss} with or without a zone (ServiceNow; none is UTC), Unix seconds or
 * milliseconds as number or text (Intercom, Front, HubSpot), HTTP dates. A date without a time of day is not a time.
 */
public final class Times {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[Tt ](\\d{2}):(\\d{2})"
            + "(?::(\\d{2})(?:[.,](\\d{1,9}))?)? ?(?:([Zz]|UTC|GMT)|([+-])(\\d{2}):?(\\d{2})?)?");
    /** As .NET wrote it once: {@code /Date(1780304400000)/}. */
    private static final Pattern DOT_NET = Pattern.compile("/Date\\((\\d{13})(?:[+-]\\d{4})?\\)/");

    private static final Pattern UNIX = Pattern.compile("\\d{10}(?:\\.\\d{1,9})?|\\d{13}");
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private Times() {}

    /** The time that a value says; null if it says none, or one before the year 2000 or more than a day after {@code now}. */
    public static Instant of(JsonNode value, Instant now) {
        if (value == null || !value.isNumber() && !value.isTextual()) {
            return null;
        }
        return of(value.isTextual() ? value.textValue() : Values.plainNumber(value), now);
    }

    /** As {@link #of(JsonNode, Instant)}, for text. */
    public static Instant of(String text, Instant now) {
        if (text == null || text.length() > 64) {
            return null;
        }
        Instant time = parsed(text.trim());
        return time == null || time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD)) ? null : time;
    }

    private static Instant parsed(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return instant(iso);
            }
            if (UNIX.matcher(text).matches()) {
                return unix(new BigDecimal(text));
            }
            Matcher dotNet = DOT_NET.matcher(text);
            if (dotNet.matches()) {
                return Instant.ofEpochMilli(Long.parseLong(dotNet.group(1)));
            }
            return text.indexOf(',') == 3
                    ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                    : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static Instant instant(Matcher iso) {
        int second = iso.group(6) == null ? 0 : Integer.parseInt(iso.group(6));
        int nano = iso.group(7) == null ? 0 : Integer.parseInt((iso.group(7) + "00000000").substring(0, 9));
        LocalDateTime local = LocalDateTime.of(
                Integer.parseInt(iso.group(1)),
                Integer.parseInt(iso.group(2)),
                Integer.parseInt(iso.group(3)),
                Integer.parseInt(iso.group(4)),
                Integer.parseInt(iso.group(5)),
                second,
                nano);
        return local.toInstant(offset(iso));
    }

    private static ZoneOffset offset(Matcher iso) {
        if (iso.group(9) == null) {
            return ZoneOffset.UTC;
        }
        int sign = iso.group(9).equals("-") ? -1 : 1;
        int minutes = iso.group(11) == null ? 0 : Integer.parseInt(iso.group(11));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(iso.group(10)), sign * minutes);
    }

    private static Instant unix(BigDecimal number) {
        if (number.longValue() >= FIRST_MILLISECONDS) {
            return Instant.ofEpochMilli(number.longValue());
        }
        long nanos = number.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        return Instant.ofEpochSecond(number.longValue(), nanos);
    }
}
