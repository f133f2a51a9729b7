package io.ticketwire.ingress.ticket.jira;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.AdfText;
import io.ticketwire.text.CleanText;
import io.ticketwire.text.RichText;

/**
 * The text of Jira's descriptions and comments: documents of its REST API v3, or its wiki markup, which stays as it is but
 * for what gets in the way of reading: colours, markers of code, and links, whose address comes behind their text.
 */
final class JiraText {

    /** Markup is looked at no further; far less is kept. */
    private static final int MAX_MARKUP = 4 * RichText.MAX;

    private static final Pattern MARKERS = Pattern.compile("\\{(?:color|noformat|code)(?::[^{}\\n]{0,200})?\\}");

    /** {@code [text|address]}, or {@code [address|address|smart-link]} as the new editor writes it. */
    private static final Pattern LINKS =
            Pattern.compile("\\[([^\\[\\]|\\n]{1,1000})\\|([^\\[\\]|\\s]{1,2000})(?:\\|[^\\[\\]|\\n]{0,50})?\\]");

    private JiraText() {}

    /** Clean plain text, bounded; null if there is none. */
    static String of(JsonNode value) {
        if (!value.isTextual()) {
            return RichText.of(value);
        }
        String text = value.textValue();
        boolean document = AdfText.ofString(CleanText.clean(text)) != null;
        return RichText.of(document ? text : withoutMarkup(CleanText.cut(text, MAX_MARKUP)));
    }

    private static String withoutMarkup(String wiki) {
        String text = wiki.indexOf('{') < 0 ? wiki : MARKERS.matcher(wiki).replaceAll("");
        return text.indexOf('[') < 0 ? text : LINKS.matcher(text).replaceAll(JiraText::link);
    }

    private static String link(MatchResult link) {
        String text = link.group(1);
        String address = link.group(2);
        return Matcher.quoteReplacement(text.equals(address) ? address : text + " (" + address + ")");
    }
}
