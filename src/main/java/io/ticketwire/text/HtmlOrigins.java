package io.ticketwire.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/**
 * What mail programs say of an element's text. A {@code blockquote} with a style, but without the line at its left, is an
 * indentation of the author's.
 */
final class HtmlOrigins {

    /** Gmail, Thunderbird, Yahoo, Proton. */
    private static final Set<String> QUOTES = Set.of(
            "gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted", "yahoo-quoted-begin", "protonmail_quote");

    private static final Set<String> SIGNATURES =
            Set.of("gmail_signature", "gmail_signature_prefix", "moz-signature", "protonmail_signature_block");

    /** Outlook on the web, and on phones. */
    private static final Set<String> SIGNATURE_IDS = Set.of("Signature", "ms-outlook-mobile-signature");

    /** Outlook on the web, and of 2011 on the Mac. */
    private static final Set<String> OTHER_MAIL_IDS = Set.of("divRplyFwdMsg", "OLK_SRC_BODY_SECTION");

    /** Above the headers of what Outlook on the desktop answers, in whatever language those are. */
    private static final Pattern OUTLOOKS_RULE =
            Pattern.compile("border-top:\\s*+solid\\s++#(?:E1E1E1|B5C4DF)\\s++1\\.0pt", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_AT_LEFT =
            Pattern.compile("border-left[a-z-]{0,6}:\\s*+(?!none|0)", Pattern.CASE_INSENSITIVE);

    private HtmlOrigins() {}

    static Origin of(Element element) {
        if (element.attributesSize() == 0) {
            return isBlockquote(element) ? Origin.BLOCKQUOTE : Origin.UNSAID;
        }
        if (hasClass(element, QUOTES) || element.attr("type").equalsIgnoreCase("cite")) {
            return Origin.QUOTE;
        }
        if (hasClass(element, SIGNATURES)
                || SIGNATURE_IDS.contains(element.id())
                || element.attr("data-smartmail").equals("gmail_signature")) {
            return Origin.SIGNATURE;
        }
        if (OTHER_MAIL_IDS.contains(element.id())
                || OUTLOOKS_RULE.matcher(element.attr("style")).find()) {
            return Origin.OTHER_MAIL;
        }
        return isBlockquote(element) && !isIndentation(element) ? Origin.BLOCKQUOTE : Origin.UNSAID;
    }

    /** Gmail's quotes are in here, with who wrote them above; what the author writes between and below them is, too. */
    static boolean isAroundQuotes(Element element) {
        return !isBlockquote(element) && element.hasClass("gmail_quote");
    }

    /** Below it Outlook on the web puts a rule, then the mail that is answered. */
    static boolean isAboveRule(Element element) {
        return element.id().equals("appendonsend");
    }

    static boolean isBlockquote(Element element) {
        return element.normalName().equals("blockquote");
    }

    private static boolean isIndentation(Element blockquote) {
        return blockquote.hasAttr("style")
                && !LINE_AT_LEFT.matcher(blockquote.attr("style")).find();
    }

    private static boolean hasClass(Element element, Set<String> names) {
        for (String name : element.className().split("\\s+")) {
            if (names.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
