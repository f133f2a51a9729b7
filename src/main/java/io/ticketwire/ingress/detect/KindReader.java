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

    /** Of a channel that is an object, what tells it; of others the id is no word. */
    private static final List<String> CHANNEL_WORDS = List.of("channel", "type", "name");

    private KindReader() {}

    static String category(Candidate ticket, Values values) {
        for (String name : Synonyms.CATEGORY) {
            JsonNode value = ticket.fields().get(name);
            String category = value == null || value.isNumber() || EventWords.looksLikeEvent(value)
                    ? null
                    : values.line(value, "category", Values.MAX_NAME);
            if (category != null
                    && !NO_CATEGORY.contains(Keys.normal(category))
                    && !(name.equals("type") && isWhatItIs(category, ticket))) {
                return category;
            }
        }
        return null;
    }

    /** The type repeats what the envelope says that it holds (PagerDuty's incident). */
    private static boolean isWhatItIs(String type, Candidate ticket) {
        return ticket.parents().stream()
                .map(parent -> parent.get("resource_type"))
                .anyMatch(resource -> resource != null && type.equals(resource.textValue()));
    }

    static String channel(Fields fields, Values values) {
        for (String name : Synonyms.CHANNEL) {
            String channel = values.line(channel(fields.get(name), name), "channel", Values.MAX_NAME);
            boolean word = channel != null && channel.chars().anyMatch(Character::isLetter);
            if (word && !channel.contains("://") && channel.indexOf('@') < 0) {
                return channel;
            }
        }
        return null;
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
