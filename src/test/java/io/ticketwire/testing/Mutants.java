package io.ticketwire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What becomes of JSON, or of a form, when a sender gets a type wrong. */
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

    /** The form with one of its values after the other replaced, or left out, or its parameter sent twice. */
    static List<byte[]> ofForm(byte[] form) {
        List<String> parameters = List.of(new String(form, UTF_8).strip().split("&"));
        List<byte[]> mutants = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).split("=", 2)[0];
            for (String mutant : List.of(
                    "",
                    name,
                    name + "=",
                    name + "=-7",
                    name + "=1e300",
                    name + "=%5B%7B%7D%5D",
                    name + "=%00%ff%ud83d+",
                    name + "=" + "x".repeat(300),
                    parameters.get(i) + "&" + name + "=again")) {
                List<String> others = new ArrayList<>(parameters);
                others.set(i, mutant);
                mutants.add(String.join("&", others).getBytes(UTF_8));
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
