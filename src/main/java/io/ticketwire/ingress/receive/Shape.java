package io.ticketwire.ingress.receive;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.text.CleanText;
import io.ticketwire.ingress.ticket.Times;

/**
 * The shape of an object in the contract. Input is brought into it: a field that is missing or of another kind is null,
 * text is cleaned and cut, and what the shape does not name is left out.
 */
final class Shape {

    private static final int MAX_TEXT = 65_536;
    private static final int MAX_ITEMS = 1_000;

    /** What a field holds. */
    enum Kind {
        /** Text; a number or a boolean is taken as text. */
        TEXT,
        NUMBER,
        BOOLEAN,
        TIME,
        /** A list of anything; empty when missing. */
        LIST,
        /** An object of anything. */
        OBJECT
    }

    /** @param names of the field, the contract's first, then others that are understood */
    record Field(Kind kind, List<String> names) {}

    private final List<Field> fields;

    private Shape(List<Field> fields) {
        this.fields = fields;
    }

    static Shape of(Field... fields) {
        return new Shape(List.of(fields));
    }

    static Field text(String... names) {
        return new Field(Kind.TEXT, List.of(names));
    }

    static Field number(String... names) {
        return new Field(Kind.NUMBER, List.of(names));
    }

    static Field bool(String... names) {
        return new Field(Kind.BOOLEAN, List.of(names));
    }

    static Field time(String... names) {
        return new Field(Kind.TIME, List.of(names));
    }

    static Field list(String... names) {
        return new Field(Kind.LIST, List.of(names));
    }

    static Field object(String... names) {
        return new Field(Kind.OBJECT, List.of(names));
    }

    /** The input in this shape. */
    ObjectNode read(JsonNode input, Instant now) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            output.set(field.names().get(0), value(field, input, now));
        }
        return output;
    }

    private static JsonNode value(Field field, JsonNode input, Instant now) {
        for (String name : field.names()) {
            JsonNode value = read(field.kind(), input.path(name), now);
            if (!value.isNull()) {
                return value;
            }
        }
        return field.kind() == Kind.LIST ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode read(Kind kind, JsonNode value, Instant now) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (kind) {
            case TEXT -> value.isValueNode() && !value.isNull() ? make.textNode(text(value)) : make.nullNode();
            case NUMBER -> value.isNumber() && Double.isFinite(value.doubleValue()) ? value : make.nullNode();
            case BOOLEAN -> value.isBoolean() ? value : make.nullNode();
            case TIME -> {
                Instant time = value.isValueNode() ? Times.of(value, now) : null;
                yield time == null ? make.nullNode() : make.textNode(Json.time(time));
            }
            case LIST -> value.isArray() && value.size() <= MAX_ITEMS ? clean(value) : make.nullNode();
            case OBJECT -> value.isObject() && value.size() <= MAX_ITEMS ? clean(value) : make.nullNode();
        };
    }

    private static String text(JsonNode value) {
        return CleanText.cut(CleanText.clean(value.asText()), MAX_TEXT);
    }

    /** The same tree with clean text; the parser has bounded its depth. */
    private static JsonNode clean(JsonNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node.isTextual()) {
            return make.textNode(text(node));
        }
        if (node.isArray()) {
            var copy = make.arrayNode(node.size());
            node.forEach(item -> copy.add(clean(item)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = make.objectNode();
            node.properties().forEach(entry -> copy.set(CleanText.clean(entry.getKey()), clean(entry.getValue())));
            return copy;
        }
        boolean infinite = node.isNumber() && !Double.isFinite(node.doubleValue());
        return infinite ? make.nullNode() : node;
    }
}
