package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** The page of a ticket for people; the address of its API record only where there is no other. */
final class LinkReader {
    private static final int MAX = 2_048;
    private static final Pattern NO_SCHEME = Pattern.compile("(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,24}/\\S*");
    private static final Pattern API = Pattern.compile("^https?://api[.-]|/api/|/rest/|\\.json(?:\\?|$)");

    private LinkReader() {}

    static String read(Candidate ticket, Values values) {
        String api = null;
        for (String key : Synonyms.URL) {
            String url = url(ticket.fields().get(key), values);
            if (url != null && !API.matcher(url).find()) {
                return url;
            }
            api = api == null ? url : api;
        }
        JsonNode links = ticket.fields().object().path("_links");
        for (String rel : List.of("web", "html", "self")) {
            String url = url(links.get(rel), values);
            if (url != null && !API.matcher(url).find()) {
                return url;
            }
            api = api == null ? url : api;
        }
        return api;
    }

    private static String url(JsonNode value, Values values) {
        JsonNode text = value != null && value.isObject() ? value.get("href") : value;
        String url = text == null || !text.isTextual() ? null : values.text(text, "url");
        if (url == null || url.chars().anyMatch(Character::isWhitespace)) {
            return null;
        }
        if (url.length() > MAX) {
            values.warn("too_long: url");
            return null;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return url;
        }
        return NO_SCHEME.matcher(url).matches() ? "https://" + url : null;
    }
}
