package io.ticketwire.ingress.message;

import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.text.JsonText;

/**
 * The named values of a payload that is flat, clean and bounded; what is blank counts as not given.
 *
 * @param values the value of a name as it was sent; null if there is none
 */
public record MessageFields(UnaryOperator<String> values) {

    /** The parameters of a form or a query; the first of each name. */
    public static MessageFields of(FormBody.Parsed form) {
        return new MessageFields(name -> form.value(name).orElse(null));
    }

    /** The texts and numbers of an object. */
    public static MessageFields of(JsonNode object) {
        return new MessageFields(name -> {
            JsonNode value = object.path(name);
            return value.isTextual() || value.isNumber() ? value.asText() : null;
        });
    }

    /** The same under other names. */
    public MessageFields named(UnaryOperator<String> names) {
        return new MessageFields(name -> values.apply(names.apply(name)));
    }

    /** A name or a word; the first of these that is given, else null. */
    public String line(String... names) {
        for (String name : names) {
            String value = values.apply(name);
            String line = value == null ? null : JsonText.line(value);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** What somebody wrote; the first of these that is given, else null. */
    public String text(String... names) {
        for (String name : names) {
            String value = values.apply(name);
            String text = value == null ? null : JsonText.text(value);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** An id; the first of these that is given and can be used, else null. */
    public String id(String... names) {
        for (String name : names) {
            String id = ProviderEventId.usable(line(name));
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
