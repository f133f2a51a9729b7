package io.ticketwire.intelligence.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that programs write to their logs: a time with a level, syslog, the access logs of web servers, glog, logfmt, JSON. A time
 * alone is none: transcripts of chats have that, too.
 */
final class LogLine {

    private static final Set<String> LEVELS = Set.of(
            "TRACE",
            "DEBUG",
            "INFO",
            "NOTICE",
            "WARN",
            "WARNING",
            "ERROR",
            "ERR",
            "FATAL",
            "SEVERE",
            "CRITICAL",
            "CRIT",
            "FINE");

    private static final Pattern TIME = Pattern.compile("[\\[(]?(?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}"
            + "|\\d{2}[-/.](?:\\d{2}|[A-Z][a-z]{2})[-/.]\\d{4} \\d{2}:\\d{2}:\\d{2}|(?:\\d{2}-\\d{2} )?\\d{2}:\\d{2}:\\d{2})"
            + "(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|GMT|CES?T|[+-]\\d{2}:?\\d{2}))?[\\])]?");

    private static final Pattern SYSLOG = Pattern.compile(
            "(?:<\\d{1,3}>)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2} \\S{1,80} \\S{1,80}: .*");

    private static final Pattern GLOG = Pattern.compile("[IWEF]\\d{4} \\d{2}:\\d{2}:\\d{2}\\.\\d+ .*");

    private static final Pattern ACCESS =
            Pattern.compile("\\S{1,60} \\S{1,60} \\S{1,60} \\[\\d{2}/[A-Z][a-z]{2}/\\d{4}:[^\\]]{1,30}] \".*");

    private static final Pattern LEVEL_FIRST =
            Pattern.compile("[\\[(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL)"
                    + "(?::[\\w.$-]{1,80}:.*|[\\])]?[ |:-]{1,4}[\\[(]?\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*)");

    private static final Pattern ANDROID = Pattern.compile(
            "[VDIWEF]/[\\w.$-]{1,60}(?:\\( *\\d+\\))?: .*|\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3} .*");

    private static final Pattern LOGFMT =
            Pattern.compile("(?:time|ts|level|timestamp)=\\S{1,80} .*(?:level|msg|ts|caller)=.*");

    /** Characters of the longest line that is taken for one where less than a time and a level says so. */
    static final int LONGEST = 400;

    /** Words between the time and the level: a host, a thread, a logger. */
    private static final int MOST_BETWEEN = 5;

    private LogLine() {}

    static boolean is(String said) {
        char first = said.charAt(0);
        if (first >= '0' && first <= '9' || first == '[' || first == '(') {
            return hasTimeAndLevel(said)
                    || matches(ANDROID, said)
                    || first != '(' && matches(ACCESS, said)
                    || matches(LEVEL_FIRST, said);
        }
        if (first >= 'A' && first <= 'Z') {
            return matches(SYSLOG, said) || matches(GLOG, said) || matches(ANDROID, said) || matches(LEVEL_FIRST, said);
        }
        if (first == '{') {
            return said.startsWith("{\"") && said.endsWith("}") && said.indexOf("\":") > 0;
        }
        return first == '<' && matches(SYSLOG, said) || (first == 't' || first == 'l') && matches(LOGFMT, said);
    }

    /** Whether it begins with a level in brackets: several such lines are a log. */
    static boolean saysLevelFirst(String said) {
        int end = said.startsWith("[") ? said.indexOf(']') : -1;
        return end > 0 && LEVELS.contains(said.substring(1, end));
    }

    private static boolean matches(Pattern pattern, String said) {
        return pattern.matcher(said).matches();
    }

    private static boolean hasTimeAndLevel(String said) {
        Matcher time = TIME.matcher(said);
        if (!time.lookingAt()) {
            return false;
        }
        int from = time.end();
        for (int word = 0; word <= MOST_BETWEEN && from < said.length(); word++) {
            int end = said.indexOf(' ', from);
            end = end < 0 ? said.length() : end;
            if (saysLevel(said, from, end)) {
                return true;
            }
            if (!isTechnical(said, from, end)) {
                return false;
            }
            from = end + 1;
        }
        return false;
    }

    /** {@code [ERROR]}, {@code production.ERROR:}, {@code [error]}; or the process as journals name it, {@code cron[77]:}. */
    private static boolean saysLevel(String said, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !Character.isLetter(said.charAt(i))) {
                boolean bracket = start > from && said.charAt(start - 1) == '[' && i < to && said.charAt(i) == ']';
                String word = said.substring(start, i);
                if (LEVELS.contains(word) || bracket && LEVELS.contains(word.toUpperCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return said.startsWith("]:", Math.max(from, to - 2));
    }

    /** Hosts, threads and loggers have what words of people have not. */
    private static boolean isTechnical(String said, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = said.charAt(i);
            if (c >= '0' && c <= '9' || "[]|-/$@:".indexOf(c) >= 0 || c == '.' && i + 1 < to && i > from) {
                return true;
            }
        }
        return from == to;
    }
}
