package io.ticketwire.ingress.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ticketwire.ingress.ticket.Times;

/** The Date of a mail (RFC 5322, sections 3.3 and 4.3), as mail programs write it. */
final class MailDates {

    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}\\.?[ -](\\d{2,4}),? "
                    + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:\\.\\d{1,9})?)? ?(?:(?:GMT|UTC)?([+-])(\\d{2}):?(\\d{2})|([A-Za-z]{1,5}))?");

    private MailDates() {}

    /** The time; null if there is none, or one that can't be right: before the year 2000, or more than a day after {@code now}. */
    static Instant of(String header, Instant now) {
        if (header == null || header.length() > LONGEST) {
            return null;
        }
        Matcher date = DATE.matcher(header.replaceAll("\\s+", " "));
        try {
            // Times knows what can't be right, and the forms of other worlds that come here nevertheless.
            return Times.of(date.find() ? instant(date).toString() : header, now);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static Instant instant(Matcher date) {
        int year = Integer.parseInt(date.group(3));
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1;
        int second = date.group(6) == null ? 0 : Integer.parseInt(date.group(6));
        return LocalDateTime.of(
                        date.group(3).length() > 2 ? year : year + (year < 50 ? 2000 : 1900),
                        month,
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(4)),
                        Integer.parseInt(date.group(5)),
                        // A leap second is not known here.
                        Math.min(second, 59))
                .toInstant(offset(date));
    }

    /** A zone that nobody knows is UTC, as the RFC wants it. */
    private static ZoneOffset offset(Matcher date) {
        if (date.group(7) != null) {
            int sign = date.group(7).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(
                    sign * Integer.parseInt(date.group(8)), sign * Integer.parseInt(date.group(9)));
        }
        String zone = date.group(10) == null ? "" : date.group(10).toUpperCase(Locale.ROOT);
        return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
    }
}
