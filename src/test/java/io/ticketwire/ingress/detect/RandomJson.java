package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Trees of the words that matter, put together without sense. */
final class RandomJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS = keys();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "open",
            "1",
            "2026-07-01T99:00:00Z",
            "2026-02-30 10:00:00",
            "a@b.example",
            "<a@b>",
            "{{x}}",
            "<p>x</p>",
            "&#99999999;&#1114112;&#xD800;&amp;",
            "{\"type\":\"doc\",\"content\":[",
            "\u0000",
            "\uD800",
            "ticket.created",
            "_",
            "1234567890",
            "data:text/html,",
            "::",
            "\"",
            "9".repeat(400));

    private RandomJson() {}

    static JsonNode of(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NaN);
            case 4 -> JSON.numberNode(random.nextDouble() * 1e300);
            case 5 -> random.nextBoolean() ? JSON.missingNode() : JSON.binaryNode(new byte[3]);
            case 6, 7 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 8 -> list(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonNode list(Random random, int depth) {
        ArrayNode list = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(of(random, depth - 1));
        }
        return list;
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(9); i > 0; i--) {
            object.set(KEYS.get(random.nextInt(KEYS.size())), of(random, depth - 1));
        }
        return object;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(Synonyms.ALL);
        keys.addAll(Synonyms.WRAPPERS);
        keys.addAll(Synonyms.LISTS);
        keys.addAll(Synonyms.NEUTRAL);
        keys.addAll(List.of(
                "",
                "_",
                "custom_fields",
                "values",
                "meta",
                "recipient",
                "role",
                "value",
                "emails",
                "_links",
                "_embedded",
                "event",
                "action",
                "cc",
                "to",
                "topic",
                "key",
                "open",
                "closed",
                "resolution",
                "deleted_at",
                "timestamp"));
        return keys.stream().sorted().toList();
    }
}
