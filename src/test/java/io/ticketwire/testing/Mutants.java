package io.ticketwire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of JSON when a sender gets a type wrong. */
public final class Mutants {

    private Mutants() {}

    /** The value with one of its parts after the other replaced by a value of every type, or left out. */
    public static List<JsonNode> of(JsonNode value) {
        List<JsonNode> mutants = new ArrayList<>(values());
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                for (JsonNode mutant : of(property.getValue())) {
                    mutants.add(((ObjectNode) value.deepCopy()).set(property.getKey(), mutant));
                }
                mutants.add(((ObjectNode) value.deepCopy()).without(property.getKey()));
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            for (JsonNode mutant : of(value.get(i))) {
                ArrayNode copy = value.deepCopy();
                copy.set(i, mutant);
                mutants.add(copy);
            }
        }
        return mutants;
    }

    private static List<JsonNode> values() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                json.nullNode(),
                json.booleanNode(true),
                json.numberNode(-7),
                json.numberNode(1e300),
                json.textNode(""),
                json.textNode("\u0000{{x}} <b>7</b>\uD800 "),
                json.textNode("x".repeat(300)),
                json.arrayNode(),
                json.arrayNode().add(json.objectNode().put("id", 7)).addNull().add(json.arrayNode()),
                json.objectNode(),
                json.objectNode().set("id", json.objectNode()));
    }
}
