package io.ticketwire.ingress.receive;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.CleanText;

/**
 * The shape of an object in the contract. Input is brought into it: a field that is missing or of another kind is null,
 * text is cleaned and cut, and what the shape does not name is left out.
 */
final class Shape {

    private static final int MAX_TEXT = 65_536;
    private static final int MAX_ITEMS = 1_000;

    /** What a field holds. */
    enum Kind {
        /** An id: text or a whole number; null if it is too long to look things up by. */
        ID,
        /** Text; a number or a boolean is taken as text. */
        TEXT,
        NUMBER,
        BOOLEAN,
        TIME,
        /** A list of anything; empty when missing. */
        LIST,
        /** An object of anything. */
        OBJECT,
        /** An object of a shape of its own. */
        SHAPED,
        /** A list of objects of one shape, what is no object left out; empty when missing. */
        SHAPED_LIST
    }

    /**
     * @param names of the field, the contract's first, then others that are understood
     * @param shape of the objects in it; null if they may hold anything
     */
    record Field(Kind kind, List<String> names, Shape shape) {}

    private final List<Field> fields;

    private Shape(List<Field> fields) {
        this.fields = fields;
    }

    static Shape of(Field... fields) {
        return new Shape(List.of(fields));
    }

    static Field id(String... names) {
        return field(Kind.ID, names);
    }

    static Field text(String... names) {
        return field(Kind.TEXT, names);
    }

    static Field number(String... names) {
        return field(Kind.NUMBER, names);
    }

    static Field bool(String... names) {
        return field(Kind.BOOLEAN, names);
    }

    static Field time(String... names) {
        return field(Kind.TIME, names);
    }

    static Field list(String... names) {
        return field(Kind.LIST, names);
    }

    static Field object(String... names) {
        return field(Kind.OBJECT, names);
    }

    static Field shaped(String name, Shape shape) {
        return new Field(Kind.SHAPED, List.of(name), shape);
    }

    static Field listOf(String name, Shape shape) {
        return new Field(Kind.SHAPED_LIST, List.of(name), shape);
    }

    private static Field field(Kind kind, String... names) {
        return new Field(kind, List.of(names), null);
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
            JsonNode value = read(field, input.path(name), now);
            if (!value.isNull()) {
                return value;
            }
        }
        boolean list = field.kind() == Kind.LIST || field.kind() == Kind.SHAPED_LIST;
        return list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode read(Field field, JsonNode value, Instant now) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case ID -> {
                String id = ProviderEventId.of(value);
                yield id == null ? make.nullNode() : make.textNode(id);
            }
            case TEXT -> value.isValueNode() && !value.isNull() ? make.textNode(text(value)) : make.nullNode();
            case NUMBER -> value.isNumber() && Double.isFinite(value.doubleValue()) ? value : make.nullNode();
            case BOOLEAN -> value.isBoolean() ? value : make.nullNode();
            case TIME -> {
                Instant time = value.isValueNode() ? Times.of(value, now) : null;
                yield time == null ? make.nullNode() : make.textNode(Json.time(time));
            }
            case LIST -> value.isArray() && value.size() <= MAX_ITEMS ? clean(value) : make.nullNode();
            case OBJECT -> value.isObject() && value.size() <= MAX_ITEMS ? clean(value) : make.nullNode();
            case SHAPED -> value.isObject() ? field.shape().read(value, now) : make.nullNode();
            case SHAPED_LIST -> field.shape().readAll(value, now);
        };
    }

    private ArrayNode readAll(JsonNode values, Instant now) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (values.isArray() && values.size() <= MAX_ITEMS) {
            values.forEach(value -> {
                if (value.isObject()) {
                    list.add(read(value, now));
                }
            });
        }
        return list;
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
