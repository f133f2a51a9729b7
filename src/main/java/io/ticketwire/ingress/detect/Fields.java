package io.ticketwire.ingress.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The properties of one object by normal name. Those of {@code fields}, {@code properties}, {@code attributes},
 * {@code custom_fields} and the like count as its own where it has none of that name itself, and so do the answers of a
 * form. A name without its prefix ({@code ticket_subject} as {@code subject}) is found last.
 */
final class Fields {
    private static final int MOST = 2_000;
    private static final List<String> CONTAINERS = List.of(
            "fields",
            "properties",
            "formatted_values",
            "attributes",
            "custom_fields",
            "values",
            "form_values",
            "info",
            "answers",
            "additional_attributes",
            "ticket_attributes");
    /** Dynamics writes the words of a coded field beside it. */
    private static final String WORDS_OF = "@OData.Community.Display.V1.FormattedValue";

    private static final Set<String> PERSON = Set.of(
            "email",
            "email_address",
            "first_name",
            "last_name",
            "firstname",
            "lastname",
            "phone",
            "login",
            "username",
            "avatar_url");

    private final JsonNode object;
    private final Map<Boolean, Set<String>> otherAddresses = new HashMap<>(2);
    private final Map<String, JsonNode> exact = new HashMap<>();
    private final Map<String, JsonNode> stripped = new HashMap<>();
    private boolean namesTicket;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(JsonNode object) {
        Fields fields = new Fields(object);
        fields.addAll(object);
        for (String container : CONTAINERS) {
            JsonNode inner = fields.exact.get(container);
            if (inner != null && inner.isObject()) {
                fields.addAll(inner);
            } else if (inner != null && inner.isArray()) {
                fields.addPairs(inner);
            }
        }
        return fields;
    }

    JsonNode object() {
        return object;
    }

    /** The addresses in it that are not the customer's, see {@link OtherAddresses}. */
    Set<String> otherAddresses(boolean owners) {
        return otherAddresses.computeIfAbsent(owners, with -> OtherAddresses.in(object, with));
    }

    /** The value, null if there is none or it is JSON's null. */
    JsonNode get(String name) {
        JsonNode value = exact.get(name);
        if (value == null || value.isNull()) {
            value = stripped.get(name);
        }
        return value == null || value.isNull() ? null : value;
    }

    /** The property is there, be it null. */
    boolean mentions(List<String> names) {
        return names.stream().anyMatch(this::mentions);
    }

    boolean mentions(String name) {
        return exact.containsKey(name) || stripped.containsKey(name);
    }

    boolean hasAny(Iterable<String> names) {
        for (String name : names) {
            if (isGiven(get(name))) {
                return true;
            }
        }
        return false;
    }

    /** By a full name, none without its prefix: {@code ticket_id} is no {@code id}. */
    boolean hasOwn(Iterable<String> names) {
        for (String name : names) {
            if (isGiven(exact.get(name))) {
                return true;
            }
        }
        return false;
    }

    boolean hasScalar(Iterable<String> names) {
        for (String name : names) {
            JsonNode value = get(name);
            if (isGiven(value) && value.isValueNode()) {
                return true;
            }
        }
        return false;
    }

    /** A property such as {@code ticket_id} says that this is about a ticket. */
    boolean namesTicket() {
        return namesTicket;
    }

    /** Has what people and companies have, and tickets have not under these very names. */
    boolean looksLikePerson() {
        return PERSON.stream().anyMatch(name -> isGiven(exact.get(name)));
    }

    private static boolean isGiven(JsonNode value) {
        return value != null
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }

    private void addAll(JsonNode from) {
        int left = MOST;
        for (Map.Entry<String, JsonNode> property : from.properties()) {
            if (--left < 0) {
                return;
            }
            add(property.getKey(), property.getValue());
        }
    }

    private void addPairs(JsonNode pairs) {
        int left = MOST;
        for (Map.Entry<String, JsonNode> pair : Pairs.of(pairs, object)) {
            if (--left < 0) {
                return;
            }
            add(pair.getKey(), pair.getValue());
        }
    }

    private void add(String key, JsonNode value) {
        if (key.endsWith(WORDS_OF)) {
            addWords(key.substring(0, key.length() - WORDS_OF.length()), value);
            return;
        }
        String normal = Keys.normal(key);
        putUnlessGiven(exact, normal, value);
        String other = Spellings.canonical(normal);
        if (other != null) {
            putUnlessGiven(stripped, other, value);
        }
        String rest = Keys.withoutPrefix(normal);
        if (rest != null) {
            putUnlessGiven(stripped, rest, value);
            namesTicket |= !value.isNull() && Keys.namesTicket(normal);
        }
    }

    /** The word is better than the number that stands under the name itself. */
    private void addWords(String key, JsonNode value) {
        String normal = Keys.normal(key);
        exact.put(normal.endsWith("_value") ? normal.substring(0, normal.length() - "_value".length()) : normal, value);
    }

    private static void putUnlessGiven(Map<String, JsonNode> map, String key, JsonNode value) {
        JsonNode present = map.putIfAbsent(key, value);
        if (present != null && present.isNull()) {
            map.put(key, value);
        }
    }
}
