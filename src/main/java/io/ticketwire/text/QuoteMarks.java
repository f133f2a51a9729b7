package io.ticketwire.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether lines that begin with {@code >} are quoted, where nothing above says so. People write the same for "more than", for
 * prompts and for what a screen shows them, and mailboxes for a line that begins with "From".
 */
final class QuoteMarks {

    private static final Pattern OTHER = Pattern.compile("(?:>|>>>) ?[=$#./\\\\~-].*"
            + "|> ?[€£¥]? ?\\d.*|>From .*|>>> .*|>+|.* (?:->|=>|>) .*|> ?(?:npm|git|cd|dir|ls|mvn|pip|yarn|docker|sudo|curl|ping) .*"
            + "|> \\S+@\\d\\S* .*|.*[;{}]");

    /** "To your points:" */
    private static final Pattern YOURS = Pattern.compile(
            "(?<!\\p{L})(?:you|your|Sie|Ihre[nrms]?|Ihr|du|deine[nrms]?|vous|votre|vos|tu|tus|su mensaje|usted|lei|suo|sua|vostr[aoie]|uw|jouw|je|você|seus?|ваш\\p{L}*|вы)(?!\\p{L})");

    private QuoteMarks() {}

    /**
     * @param before the line above that is no quote and not blank; null if there is none
     */
    static boolean quote(List<Line> lines, int first, int last, Line before) {
        if (before != null && introduces(before.said()) || everyLineIsOther(lines, first, last)) {
            return false;
        }
        String said = lines.get(first).said();
        return last > first || said.endsWith("?") || !isBetween(lines, first);
    }

    /** "The screen shows:" — but not an attribution in a language that isn't known here, which has a time or an address. */
    private static boolean introduces(String said) {
        return said.endsWith(":")
                && !said.contains("@")
                && !(said.length() <= Line.MOST && YOURS.matcher(said).find())
                && said.chars().noneMatch(Character::isDigit);
    }

    private static boolean everyLineIsOther(List<Line> lines, int first, int last) {
        return lines.subList(first, last + 1).stream()
                .allMatch(line -> line.blank()
                        || !line.tooLong() && OTHER.matcher(line.said()).matches());
    }

    /** A line in the middle of a paragraph is the author's own. */
    private static boolean isBetween(List<Line> lines, int i) {
        return i > 0
                && !lines.get(i - 1).blank()
                && i + 1 < lines.size()
                && !lines.get(i + 1).blank();
    }
}
