package io.ticketwire.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What companies and wits put below their names: an offer, an award, somebody's saying. Only to be asked of lines below the name of
 * a signature, and a line that speaks of its writer or of something that went wrong is none.
 *
 * <pre>
 *   ★ Winner, Best Customer Service 2025 ★          an ornament, and a word of advertisements
 *   BLACK FRIDAY SALE! 30% off everything           two of those, and a mark that calls or divides
 *   "We are what we repeatedly do." - Will Durant   in quotation marks, with a name behind
 * </pre>
 */
final class Slogan {

    /** Characters of the longest. */
    private static final int MOST = 240;

    private static final int MOST_LINES = 6;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern SAYING = Pattern.compile(
            "[\"\\u201C\\u201D\\u201E\\u00AB\\u2018'][^\"\\u201C\\u201D\\u201E\\u00AB\\u00BB]{8,200}[\"\\u201C\\u201D\\u00BB\\u2019']");

    /** Who said it, on the same line. */
    private static final Pattern BY = Pattern.compile(" ?(?:[-\\u2013\\u2014~]{1,2}|\\() ?(\\p{Lu}[^)]{0,40})\\)?");

    private static final Pattern ADVERTISES = Pattern.compile(
            "(?<!\\p{L})(?:\\d{1,2} ?% (?:off|discount|rabatt|de réduction|de descuento|dto|di sconto|de desconto|korting)|(?:winter |summer )?sales?|black friday|cyber monday|(?:special |limited )?offers?"
                    + "|use (?:the )?code|promo(?:tion)?|awards?|award-winning|winner|finalist|voted|rated|certified|accredited|proud(?:ly)?|follow us|visit us|like us|find us|join us|rate us|review us|subscribe"
                    + "|free (?:shipping|delivery|trial|demo|consultation|quote)|(?:book|schedule) (?:a|your)|check out our|we(?:['’]re| are) hiring|now hiring|we love|newsletter|webinar"
                    + "|opening hours|new website|(?:since|established|est\\.) (?:in )?\\d{4}|iso \\d{4,5}|happy (?:holidays|new year|easter)|merry christmas"
                    + "|ausgezeichnet|testsieger|rabatt|angebote?|aktion|öffnungszeiten|folgen sie uns|besuchen sie uns|jetzt neu|frohe weihnachten|preisträger|seit \\d{4}"
                    + "|soldes|offre|suivez-nous|lauréat|depuis \\d{4}|nouveau site|joyeuses fêtes|rebajas|oferta|síguenos|premio|desde \\d{4}|felices fiestas"
                    + "|saldi|offerta|seguici|dal \\d{4}|buone feste|promoção|siga-nos|prêmio|prémio|boas festas|uitverkoop|aanbieding|volg ons|sinds \\d{4}|winnaar|fijne feestdagen)(?!\\p{L})",
            FLAGS);

    /** Words of people who speak of themselves, to somebody, or of something that is wrong. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?<!\\p{L})(?:i|i['’]\\p{L}+|me|my|mine|you|you['’]\\p{L}+|he|she|it|is|was|were|are (?:a|you)|did|does|has|had|no|not|\\p{L}+n['’]t|never|still|again|but|nothing|nobody|ever|so"
                    + "|missing|expired|rejected|refused|broken|failed|wrong|declined|invalid|promised|applied|refund\\p{L}*|cancel\\p{L}*|scam|fraud|lie|lies|liars?|fake|joke|worst|bad|terrible"
                    + "|ich|mir|mich|mein\\p{L}*|du|dir|ihr|ist|war|nicht|nie|kein\\p{L}*|immer noch|schon wieder|aber|falsch|kaputt|betrug"
                    + "|je|moi|mon|ma|mes|est|était|pas|jamais|encore|mais|rien|yo|mi|mis|es|era|nunca|nada|todavía|pero|otra vez|io|mio|mia|è|non|mai|ancora|niente"
                    + "|eu|meu|minha|foi|não|ainda|mas|ik|mij|mijn|niet|nooit|geen|maar|nog steeds)(?!\\p{L})",
            FLAGS);

    /** Whoever repeats a promise complains of it. */
    private static final Pattern PROMISES = Pattern.compile(
            "(?<!\\p{L})(?:we will|we['’]ll|(?:we|you) (?:can|value)|wir (?:werden|melden)|nous allons|your (?:call|order|parcel|satisfaction|business))(?!\\p{L})",
            FLAGS);

    private Slogan() {}

    /**
     * Whether a line of a passage is one: alone, with the name of who said it on the next line, or as what goes on from one.
     *
     * @param from the passage's first line
     * @param end the line after its last one
     */
    static boolean at(List<Line> lines, int i, int from, int end) {
        String line = lines.get(i).said();
        if (is(line)
                || i + 1 < end
                        && isSaying(line)
                        && SignatureLine.isDashedName(lines.get(i + 1).said())) {
            return true;
        }
        int first = i;
        while (first > from && i - first < MOST_LINES && !lines.get(first - 1).blank()) {
            first--;
            if (is(lines.get(first).said())) {
                return lines.subList(first + 1, i + 1).stream().allMatch(below -> mayGoOn(below.said()));
            }
        }
        return false;
    }

    private static boolean is(String said) {
        return said.length() <= MOST && !SignatureLine.asks(said) && (isSayingWithName(said) || advertises(said));
    }

    /** Whether it is in quotation marks from its beginning to its end; who said it is for the next line to tell. */
    static boolean isSaying(String said) {
        return said.length() <= MOST
                && SAYING.matcher(said).matches()
                && !PROMISES.matcher(said).find();
    }

    /** Whether it can go on from a line that is a slogan: {@code Offer ends Sunday.} */
    private static boolean mayGoOn(String said) {
        return said.length() <= MOST
                && !SignatureLine.asks(said)
                && !PERSONAL.matcher(said).find();
    }

    private static boolean isSayingWithName(String said) {
        Matcher saying = SAYING.matcher(said);
        if (!saying.lookingAt() || PROMISES.matcher(said).find()) {
            return false;
        }
        Matcher by = BY.matcher(said).region(saying.end(), said.length());
        return by.matches() && SignatureLine.isName(by.group(1));
    }

    private static boolean advertises(String said) {
        boolean ornate = isOrnate(said);
        if (!ornate && said.indexOf('!') < 0 && said.indexOf('|') < 0) {
            return false;
        }
        Matcher words = ADVERTISES.matcher(said);
        return words.find() && !PERSONAL.matcher(said).find() && (ornate || words.find());
    }

    /** Stars, bells and trees are ornaments; faces and gestures are what somebody feels. */
    private static boolean isOrnate(String said) {
        return said.startsWith("***") || said.codePoints().anyMatch(Slogan::isOrnament);
    }

    private static boolean isOrnament(int c) {
        boolean feels = c >= 0x1F440 && c <= 0x1F4A9 && c != 0x1F449
                || c >= 0x1F590 && c <= 0x1F64F
                || c >= 0x1F900 && c <= 0x1F9FF;
        return Character.getType(c) == Character.OTHER_SYMBOL && !feels;
    }
}
