package io.ticketwire.ingress.chat.slack;

import java.util.regex.Pattern;

import io.ticketwire.text.CleanText;
import io.ticketwire.text.JsonText;

/** Slack's text as a person wrote it: without the mention that it begins with, and without escapes. */
final class SlackText {

    private static final Pattern MENTION = Pattern.compile("^\\s*<@[A-Z0-9]{1,64}(?:\\|[^<>]{0,255})?>[\\s,:]*");

    private SlackText() {}

    /** Slack escapes three characters, and nothing else (https://docs.slack.dev/messaging/formatting-message-text). */
    static String plain(String text) {
        String bare = MENTION.matcher(CleanText.cut(text, JsonText.MAX_TEXT)).replaceFirst("");
        boolean escaped = bare.indexOf('&') >= 0;
        return JsonText.text(
                escaped ? bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") : bare);
    }
}
