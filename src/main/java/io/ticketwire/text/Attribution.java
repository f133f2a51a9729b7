package io.ticketwire.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mail program writes above what it quotes: {@code On Fri, Nov 20, 2026 at 10:11 AM Ann <ann@example.com> wrote:}.
 *
 * @param lines that it takes
 * @param certain whether it says who or when as only programs do, so that what follows is quoted even without {@code >}
 */
record Attribution(int lines, boolean certain) {

    private static final int MOST_LINES = 4;

    /** The end of an address that was wrapped in the wrong place. */
    private static final String WRAPPED = ">:";

    /** People write "On Monday he wrote:", too, but not so long. */
    private static final int SHORT = 80;

    private static final Set<String> OPENERS = Set.of(
            "on", "am", "le", "el", "il", "op", "em", "w", "dnia", "den", "på", "dne", "dňa", "в", "in", "zitat",
            "quoting", "citando", "a", "pe", "la", "ti", "ke", "στις", "pada", "vào", "dana");

    private static final Pattern VERB = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:wrote|writes|schrieb(?:en)?|schreibt|geschrieben|a écrit|a ecrit|écrit|escribi[óo]"
                    + "|ha scritto|scrive|schreef|geschreven|escreveu|napisał(?:a|\\(a\\))?|napisal|pisze|skrev|skriver|skrifaði"
                    + "|napsala?|odesílatel|kirjoitti|написал[аи]?|пишет|писал[аи]?|yazdı|írta|a scris|έγραψε|napísala?"
                    + "|Zitat von|Quoting|menulis|đã viết|je napisa[ol]a?)(?![\\p{L}\\p{N}])|写道|寫道|のメール|書きました|작성",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS =
            Pattern.compile("[<(\\[\"] ?(?:mailto:)?[^\\s<>()@]{1,100}@[^\\s<>()@]{1,100}[>)\\]\"]");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2} ?[:.h시点點時] ?\\d{2}(?!\\d)");
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:19|20)\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{2})?(?:\\d{2})?(?!\\d)");

    /** Gmail in Russian or Japanese has no verb: {@code пт, 20 нояб. 2026 г. в 10:11, Анна <anna@example.com>:}. */
    private static final Pattern WITHOUT_VERB = Pattern.compile("< ?[^\\s<>@]{1,100}@[^\\s<>@]{1,100}> ?[:：]$");

    private static final Pattern RULED = Pattern.compile("-{2,10} ?\\p{L}.{0,380}-{2,10}");

    /** Weekdays, cut short, as some languages begin with: {@code fre. 20. nov.}, {@code pt., 20 lis}, {@code пт, 20}. */
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,4}[.,]{0,2} ?\\d");

    /** What people write about others, not programs. Lower case only: Italian begins with {@code Il}, German with names. */
    private static final Pattern PROSE = Pattern.compile(
            "(?<![\\p{L}\\p{N}.@_-])(?:he|she|you|they|we|i|your|my|our|his|her|their|this|er|sie|ihr|ihre|ihnen|wir|ich|mir|uns"
                    + "|mein|unser|unsere|elle|vous|nous|votre|notre|mon|usted|ustedes|nosotros|lui|lei|voi|vostro|hij|zij|ze|jullie"
                    + "|mij|ons|ele|ela|você|nós|who|what|and|und|oder|dass|that|which|que)(?![\\p{L}\\p{N}.@_-])"
                    + "|\\p{Ll}{3}[.!?] \\p{Lu}");

    /** The attribution that begins at a line; null if there is none. */
    static Attribution at(List<Line> lines, int first) {
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= MOST_LINES && first + count <= lines.size(); count++) {
            Line line = lines.get(first + count - 1);
            if (line.blank()
                    || line.quoted() && !line.said().equals(WRAPPED)
                    || joined.length() + line.said().length() > Line.MOST) {
                return null;
            }
            joined.append(count == 1 ? "" : " ").append(line.said());
            if (count == 1 && !ends(joined) && !opens(line.said())) {
                return null;
            }
            if (ends(joined)) {
                return of(joined.toString(), count);
            }
        }
        return null;
    }

    private static Attribution of(String said, int lines) {
        boolean who = ADDRESS.matcher(said).find() || WITHOUT_VERB.matcher(said).find();
        boolean when = TIME.matcher(said).find() && DATE.matcher(said).find();
        boolean verb = VERB.matcher(said).find();
        if (!verb && !(when && WITHOUT_VERB.matcher(said).find())
                || PROSE.matcher(said).find()) {
            return null;
        }
        boolean certain = (who || when) && (lines == 1 || opens(said));
        boolean plain = lines == 1
                && said.length() <= SHORT
                && (said.endsWith(":") || RULED.matcher(said).matches());
        return certain || plain ? new Attribution(lines, certain) : null;
    }

    /** Whether a line may be the first of several. */
    private static boolean opens(String said) {
        int end = said.indexOf(' ');
        String word = (end < 0 ? said : said.substring(0, end)).toLowerCase(Locale.ROOT);
        boolean dated = said.chars().anyMatch(Character::isDigit);
        return dated
                && (OPENERS.contains(word)
                        || Character.isDigit(said.charAt(0))
                        || WEEKDAY.matcher(said).find()
                        || said.indexOf('年') > 0
                        || said.startsWith("在"));
    }

    /** Some have no colon: {@code On ... wrote}, {@code ---- On ... wrote ----}. */
    private static boolean ends(CharSequence said) {
        char last = said.charAt(said.length() - 1);
        return last == ':'
                || last == '：'
                || last == 'e' && said.toString().endsWith(" wrote")
                || RULED.matcher(said).matches();
    }
}
