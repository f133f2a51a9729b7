package io.ticketwire.ingress.detect;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** What kind of ticket it is, and by which way it came. */
final class KindReader {
    /** Words under {@code type} that tell what the object is, what happened or how it came, not what it is about. */
    private static final Set<String> NO_CATEGORY =
            Set.of(("ticket tickets issue issues case conversation object event webhook create "
                            + "created update updated delete deleted opened closed email chat phone sms message inbound outbound")
                    .split(" "));

    private KindReader() {}

    static String category(Fields fields, Values values) {
        for (String name : Synonyms.CATEGORY) {
            JsonNode value = fields.get(name);
            String category = value == null || value.isNumber() || EventWords.looksLikeEvent(value)
                    ? null
                    : values.line(value, "category", Values.MAX_NAME);
            if (category != null && !NO_CATEGORY.contains(Keys.normal(category))) {
                return category;
            }
        }
        return null;
    }

    static String channel(Fields fields, Values values) {
        for (String name : Synonyms.CHANNEL) {
            JsonNode value = fields.get(name);
            if (value != null && value.isObject()) {
                value = value.has("channel")
                        ? value.get("channel")
                        : value.has("type") ? value.get("type") : value.get("name");
            }
            String channel =
                    value == null || !value.isTextual() ? null : values.line(value, "channel", Values.MAX_NAME);
            if (channel != null && !channel.contains("://")) {
                return channel;
            }
        }
        return null;
    }
}
