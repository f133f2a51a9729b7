package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ticketwire.text.Line;

/**
 * Lines of logs that begin with a level and have no time. People write {@code ERROR:} above what they think, too.
 *
 * <pre>
 *   ERROR: relation "users" does not exist             one line, if it has what no sentence has
 *   ERROR: connection killed | FATAL: shutting down    several, if one of them speaks of what programs deal with
 *   [ERROR] Failed | [INFO] Done                       several
 *   app_1  | ERROR killed                              of docker compose, and all of the lines around it that have a container
 * </pre>
 */
final class LevelLines {

    private static final Pattern LEVEL =
            Pattern.compile("(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL|PANIC)"
                    + "(?::|[ \\t]*[|-]|[ \\t])[ \\t]*(\\S.*)");

    private static final Pattern TECHNICAL = Pattern.compile(
            "\\w_\\w|\\w=\\S|\\w\\(\\)|\\[[\\w.:/-]+]|[\"'`][\\w.:/@-]+[\"'`]|(?:^|[ (])/\\w|0x[0-9a-f]|::|->|\\w\\.\\w+\\.\\w|\\w\\.\\w+[:(]\\d"
                    + "|\\d ?(?:ms|[kKMG]i?B)\\b|(?:code|status|errno|signal|port|pid|line) \\d|:\\d{2,5}\\b|[a-z][A-Z][a-z]+(?:Error|Exception)");

    private static final Pattern OF_PROGRAMS = Pattern.compile(
            "\\b(?:connections?|database|process|worker|thread|query|socket|server|client|request|response|timeout|timed out|shutting down|terminat\\w+|failed to|cannot|could not|unable to"
                    + "|unexpected\\w*|exception|permission denied|authentication|disk|memory|module|heap|stack|queue|buffer|config\\w*|retry\\w*|exit\\w*|abort\\w*|kernel|driver|container|node)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Nobody who isn't a person says these. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?<![\\p{L}_.=/-])(?:i|i['’]\\p{L}+|me|my|we|us|our|you|you['’]\\p{L}+|your|nobody|never|again|please|why|this|don['’]?t|do not|ich|mir|mein\\p{L}*|ihr|euch|sie|niemand|nie|bitte"
                    + "|je|moi|mon|vous|votre|jamais|yo|mi|su|usted\\p{L}*|nadie|nunca|io|mio|voi|vostr\\p{L}|nessuno|mai|eu|meu|vocês?|ninguém|ik|mij|jullie|niemand|nooit)(?![\\p{L}_=/-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CONTAINER = Pattern.compile("[a-z][a-z0-9._-]{0,60}[_-]\\d{1,3} +\\| ?(.*)");

    private enum Kind {
        NONE,
        BRACKETS,
        BARE,
        TECHNICAL
    }

    private final List<Line> lines;
    private final BitSet logged = new BitSet();

    private LevelLines(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet in(List<Line> lines) {
        LevelLines levels = new LevelLines(lines);
        int i = 0;
        while (i < lines.size()) {
            i = isContainer(lines.get(i)) ? levels.readContainers(i) : levels.readLevels(i);
        }
        return levels.logged;
    }

    /** @return the line to go on with */
    private int readLevels(int first) {
        Kind kind = kind(lines.get(first).said());
        if (kind == Kind.NONE) {
            return first + 1;
        }
        boolean certain = false;
        int i = first;
        for (Kind next = kind;
                next != Kind.NONE;
                next = i < lines.size() ? kind(lines.get(i).said()) : Kind.NONE) {
            certain |= next == Kind.TECHNICAL
                    || i > first
                            && (next == Kind.BRACKETS
                                    || OF_PROGRAMS.matcher(lines.get(i).said()).find());
            i++;
        }
        logged.set(first, certain ? i : first);
        return i;
    }

    private static Kind kind(String said) {
        if (said.isEmpty() || said.length() > LogLine.LONGEST) {
            return Kind.NONE;
        }
        if (LogLine.saysLevelFirst(said)) {
            return Kind.BRACKETS;
        }
        char first = said.charAt(0);
        Matcher level = LEVEL.matcher(said);
        if (first < 'A' || first > 'Z' || said.endsWith("!") || said.endsWith("?") || !level.matches()) {
            return Kind.NONE;
        }
        String message = level.group(1);
        if (PERSONAL.matcher(message).find()) {
            return Kind.NONE;
        }
        return TECHNICAL.matcher(message).find() ? Kind.TECHNICAL : Kind.BARE;
    }

    private static boolean isContainer(Line line) {
        String said = line.said();
        return said.indexOf('|') > 0
                && said.length() <= LogLine.LONGEST
                && CONTAINER.matcher(said).matches();
    }

    private int readContainers(int first) {
        boolean certain = false;
        int i = first;
        while (i < lines.size() && isContainer(lines.get(i))) {
            String message = Line.stripped(
                    lines.get(i).said().substring(lines.get(i).said().indexOf('|') + 1));
            certain |= kind(message) != Kind.NONE || !message.isEmpty() && LogLine.is(message);
            i++;
        }
        logged.set(first, certain ? i : first);
        return i;
    }
}
