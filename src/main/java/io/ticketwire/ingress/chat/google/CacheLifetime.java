package io.ticketwire.ingress.chat.google;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a response may be used, by its {@code Cache-Control} and {@code Age} (RFC 9111), within bounds of our own. */
final class CacheLifetime {

    /** A key that was withdrawn is not accepted for longer than a day. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** Whatever the source says, it is not asked more often. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration UNSAID = Duration.ofHours(1);
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,10})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER = Pattern.compile("(?:^|[\\s,])no-(?:store|cache)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

    private CacheLifetime() {}

    /** From the values of the two headers; each may be null. */
    static Duration of(String cacheControl, String age) {
        if (cacheControl == null) {
            return UNSAID;
        }
        if (NEVER.matcher(cacheControl).find()) {
            return SHORTEST;
        }
        Matcher maxAge = MAX_AGE.matcher(cacheControl);
        if (!maxAge.find()) {
            return UNSAID;
        }
        boolean aged = age != null && SECONDS.matcher(age).matches();
        long seconds = Long.parseLong(maxAge.group(1)) - (aged ? Long.parseLong(age) : 0);
        return Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), Math.min(LONGEST.toSeconds(), seconds)));
    }
}
