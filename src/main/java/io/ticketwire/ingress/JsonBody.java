package io.ticketwire.ingress;

import java.io.IOException;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import io.ticketwire.event.Json;

/** A body read as JSON: an object or an array of it. */
public sealed interface JsonBody {

    record Parsed(JsonNode root) implements JsonBody {}

    /** @param why for the sender */
    record Unreadable(String why) implements JsonBody {}

    ObjectReader READER = Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads a body; never throws. */
    static JsonBody of(byte[] body) {
        if (body.length == 0) {
            return new Unreadable("The body is empty; JSON is required");
        }
        try {
            JsonNode root = READER.readValue(body);
            return root.isContainerNode()
                    ? new Parsed(root)
                    : new Unreadable("The body is JSON, but neither an object nor an array");
        } catch (JsonProcessingException e) {
            return new Unreadable("The body is not JSON that can be read" + place(e));
        } catch (IOException e) {
            return new Unreadable("The body is not JSON that can be read");
        }
    }

    /** What a body says, by a reader of what it holds; of one that is no JSON, why it can't be read. */
    static Reading read(byte[] body, Function<JsonNode, Reading> reader) {
        JsonBody read = of(body);
        return read instanceof Parsed parsed
                ? reader.apply(parsed.root())
                : new Reading.Malformed(((Unreadable) read).why());
    }

    /** As {@link #read}, for senders that never send a list. */
    static Reading readObject(byte[] body, Function<JsonNode, Reading> reader) {
        return read(
                body,
                root -> root.isObject() ? reader.apply(root) : new Reading.Malformed("The body must be an object"));
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
