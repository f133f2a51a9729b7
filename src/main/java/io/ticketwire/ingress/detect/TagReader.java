package io.ticketwire.ingress.detect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.CleanText;

/**
 * Tags out of a list of words or of objects, or out of one text that is split at commas, else at semicolons, else at blanks
 * (Zendesk's placeholder).
 */
final class TagReader {
    private static final int MAX_TAGS = 100;
    private static final int MAX_LENGTH = 100;

    /** @param given the payload has a list, even an empty one */
    record Tags(List<String> tags, boolean given) {}

    static final Tags NONE = new Tags(List.of(), false);

    private TagReader() {}

    static Tags read(Candidate ticket, Values values) {
        JsonNode value = value(ticket);
        if (value != null && value.isObject()) {
            value = List.of("tags", "labels", "data", "items", "nodes", "edges", "value").stream()
                    .map(value::get)
                    .filter(inner -> inner != null)
                    .findFirst()
                    .orElse(null);
        }
        if (value != null && value.isArray()) {
            return new Tags(ofList(value, values), true);
        }
        if (value == null
                || !value.isTextual()
                || Values.isPlaceholder(value.textValue().trim())) {
            return NONE;
        }
        return new Tags(ofText(value.textValue(), values), true);
    }

    private static JsonNode value(Candidate ticket) {
        Fields at = ticket.fields();
        JsonNode embedded = at.object().path("_embedded").get("tags");
        if (embedded != null) {
            return embedded;
        }
        if (!at.mentions(Synonyms.TAGS) && !ticket.parents().isEmpty()) {
            at = ticket.parents().get(0);
        }
        for (String key : Synonyms.TAGS) {
            if (at.get(key) != null) {
                return at.get(key);
            }
        }
        return null;
    }

    private static List<String> ofList(JsonNode list, Values values) {
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode element : list) {
            if (!add(tags, values.line(word(element), "tags", MAX_LENGTH), values)) {
                break;
            }
        }
        return List.copyOf(tags);
    }

    /** Help Scout's tag, Plain's label of a type, GraphQL's node. */
    private static JsonNode word(JsonNode element) {
        for (String key : List.of("tag", "labelType", "node")) {
            if (element.has(key)) {
                return element.get(key);
            }
        }
        return element;
    }

    private static List<String> ofText(String text, Values values) {
        String separator = text.indexOf(',') >= 0 ? "," : text.indexOf(';') >= 0 ? ";" : "\\s+";
        Set<String> tags = new LinkedHashSet<>();
        for (String word : text.split(separator)) {
            if (!add(tags, values.line(CleanText.clean(word), "tags", MAX_LENGTH), values)) {
                break;
            }
        }
        return List.copyOf(tags);
    }

    private static boolean add(Set<String> tags, String tag, Values values) {
        if (tag == null || tags.contains(tag)) {
            return true;
        }
        if (tags.size() >= MAX_TAGS) {
            values.warn("cut: tags");
            return false;
        }
        return tags.add(tag);
    }
}
