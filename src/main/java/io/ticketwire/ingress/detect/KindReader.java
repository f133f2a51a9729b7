package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** What kind of ticket it is, and by which way it came. */
final class KindReader {
    /** Words under {@code type} that tell what the object is, what happened or how it came, not what it is about. */
    private static final Set<String> NO_CATEGORY =
            Set.of(("ticket tickets issue issues case conversation object event webhook notification create "
                            + "created update updated delete deleted opened closed email chat phone sms message inbound outbound")
                    .split(" "));

    private static final Set<String> KINDS = Set.of("type", "kind");

    /** Of a channel that is an object, what tells it; of others the id is no word. */
    private static final List<String> CHANNEL_WORDS = List.of("channel", "type", "name");

    private KindReader() {}

    static String category(Candidate ticket, Values values) {
        for (String name : Synonyms.CATEGORY) {
            JsonNode value = ticket.fields().get(name);
            String category = value == null || value.isNumber() || EventWords.looksLikeEvent(value)
                    ? null
                    : values.line(value, "category", Values.MAX_NAME);
            if (category != null && !(KINDS.contains(name) && isNoCategory(category, ticket))) {
                return category;
            }
        }
        return null;
    }

    /** The type repeats what the envelope says that it holds (PagerDuty's incident), or is no kind of ticket at all. */
    private static boolean isNoCategory(String type, Candidate ticket) {
        return NO_CATEGORY.contains(Keys.normal(type))
                || ticket.parents().stream()
                        .map(parent -> parent.get("resource_type"))
                        .anyMatch(resource -> resource != null && type.equals(resource.textValue()));
    }

    static String channel(Candidate ticket, Values values) {
        for (String name : Synonyms.CHANNEL) {
            String channel = word(channel(ticket.fields().get(name), name), values);
            if (channel != null) {
                return channel;
            }
        }
        JsonNode beside =
                ticket.parents().isEmpty() ? null : ticket.parents().get(0).get("channel");
        return beside == null || !beside.isObject() ? null : word(channel(beside, "channel"), values);
    }

    private static String word(JsonNode value, Values values) {
        String channel = values.line(value, "channel", Values.MAX_NAME);
        boolean word = channel != null && channel.chars().anyMatch(Character::isLetter);
        return word && !channel.contains("://") && channel.indexOf('@') < 0 ? channel : null;
    }

    /** A mode that is no object may be one of anything. */
    private static JsonNode channel(JsonNode value, String name) {
        JsonNode one = value != null && value.isArray() ? value.get(0) : value;
        if (one == null || !one.isObject()) {
            return one != null && one.isTextual() && !name.equals("mode") ? one : null;
        }
        for (String key : CHANNEL_WORDS) {
            if (one.has(key)) {
                return one.get(key);
            }
        }
        return Values.unwrapped(one);
    }
}
