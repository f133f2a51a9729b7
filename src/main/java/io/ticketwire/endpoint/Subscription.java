package io.ticketwire.endpoint;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which events an endpoint wants.
 *
 * @param events event types and wildcards: {@code *}, {@code ticket.*}, {@code ticket.created}
 * @param filter paths into the event's value to the values allowed there, e.g. {@code ticket.priority} to high and urgent;
 *     every path must match; empty: no filter
 */
public record Subscription(List<String> events, Map<String, List<JsonNode>> filter) {

    /** Whether events of this type are wanted, whatever they say. */
    public boolean wantsType(String type) {
        return events.stream().anyMatch(pattern -> matches(pattern, type));
    }

    /** Whether this event is wanted. */
    public boolean wants(String type, JsonNode data) {
        return wantsType(type) && passes(data);
    }

    /** Whether anything but the type decides. */
    public boolean hasFilter() {
        return !filter.isEmpty();
    }

    /**
     * Whether an event of a type that is wanted is wanted.
     *
     * @param data may be null if there is no filter
     */
    public boolean passes(JsonNode data) {
        return filter.entrySet().stream().allMatch(rule -> rule.getValue().contains(at(data, rule.getKey())));
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.endsWith(".*")) {
            return type.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.equals("*") || pattern.equals(type);
    }

    private static JsonNode at(JsonNode data, String path) {
        JsonNode node = data;
        for (String field : path.split("\\.")) {
            node = node.path(field);
        }
        return node;
    }
}
