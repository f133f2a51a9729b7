package io.ticketwire.ingress.mail.generic;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.ticketwire.text.CleanText;

/** A JSON value, of which no more is held than a mail has: what is beyond, or nested more deeply, is left out. */
final class BoundedJson {

    /** Characters of all that is in it; as many as are kept of the longest text. */
    private static final int MAX_CHARACTERS = 1 << 18;

    /** More than a thousand recipients with their names need. */
    private static final int MAX_VALUES = 5_000;

    /** Headers are in an object, and one that comes twice is an array there. */
    private static final int MAX_DEPTH = 3;

    private final JsonParser parser;
    private int characters;
    private int values;

    private BoundedJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the value at which the parser is to its end. */
    static JsonNode read(JsonParser parser) throws IOException {
        return new BoundedJson(parser).value(1);
    }

    private JsonNode value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (values >= MAX_VALUES || characters >= MAX_CHARACTERS || depth > MAX_DEPTH) {
            parser.skipChildren();
            return MissingNode.getInstance();
        }
        values++;
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(token);
            default -> parser.readValueAsTree();
        };
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = value(depth + 1);
            if (!value.isMissingNode()) {
                object.set(kept(name), value);
            }
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(depth + 1);
            if (!value.isMissingNode()) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return TextNode.valueOf(kept(parser.getText()));
        }
        characters += parser.getTextLength();
        return parser.readValueAsTree();
    }

    private String kept(String text) {
        String kept = CleanText.cut(text, Math.max(0, MAX_CHARACTERS - characters));
        characters += kept.length();
        return kept;
    }
}
