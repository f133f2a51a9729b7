package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** The page of a ticket for people; the address of its API record only where there is no other. */
final class LinkReader {
    private static final int MAX = 2_048;
    private static final Pattern NO_SCHEME = Pattern.compile("(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,24}/\\S*");
    private static final Pattern API = Pattern.compile("^https?://api[.-]|/api/|/rest/|/_apis/|\\.json(?:\\?|$)");
    private static final List<String> RELS = List.of("web", "html", "self");

    private LinkReader() {}

    /** @param id of the ticket: a link beside the ticket is its own only if it names the id */
    static String read(Candidate ticket, String id, Values values) {
        String api = null;
        for (int i = -1; i < ticket.parents().size(); i++) {
            Fields at = i < 0 ? ticket.fields() : ticket.parents().get(i);
            for (JsonNode link : i < 0 || id != null ? links(at) : List.<JsonNode>of()) {
                String url = url(link, values);
                if (url == null || i >= 0 && !names(id, url)) {
                    continue;
                }
                if (!API.matcher(url).find()) {
                    return url;
                }
                api = api == null && i < 0 ? url : api;
            }
        }
        return api;
    }

    private static List<JsonNode> links(Fields at) {
        List<JsonNode> links = new ArrayList<>();
        for (String key : Synonyms.URL) {
            add(at.get(key), links);
        }
        for (String key : List.of("_links", "links")) {
            JsonNode rels = at.object().path(key);
            for (String rel : RELS) {
                add(rels.get(rel), links);
            }
        }
        return links;
    }

    private static void add(JsonNode link, List<JsonNode> links) {
        if (link != null) {
            links.add(link);
        }
    }

    /** As a whole part of the address: {@code /issues/191}, {@code ?id=191}. */
    private static boolean names(String id, String url) {
        int at = url.lastIndexOf(id);
        int end = at + id.length();
        return at > 0
                && !Character.isLetterOrDigit(url.charAt(at - 1))
                && (end == url.length() || !Character.isLetterOrDigit(url.charAt(end)));
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
