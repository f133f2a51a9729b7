package io.ticketwire.ingress.ticket;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The values of a payload whose keys somebody typed, each under the words of its path: {@code {"ticket":{"requester":
 * {"email":...}}}}, {@code {"ticket_requester_email":...}} and {@code {"requesterEmail":...}} all have
 * {@code requester_email}. What is said of the ticket counts for more than what stands beside it.
 */
public final class FlatFields {

    private static final int MAX_FIELDS = 1_000;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_KEY = 100;
    private static final int MAX_LIST = 20_000;

    /** What everything of a ticket may lie under or be prefixed with. */
    private static final List<String> TICKET = List.of("freshdesk_webhook", "helpdesk_ticket", "ticket");

    private static final Set<String> ENVELOPES = Set.of("data", "payload");

    /** Beside a ticket these are the envelope's own. */
    private static final List<String> OF_ENVELOPE = List.of("id", "type");

    private final Map<String, JsonNode> ofTicket = new HashMap<>();
    private final Map<String, JsonNode> beside = new HashMap<>();
    private final Values values = new Values();
    private int fields;
    private boolean wrapped;

    private FlatFields() {}

    /** Names that are written one after the other, best first. */
    public static List<String> names(String names) {
        return List.of(names.split(" "));
    }

    /** @param root anything but an object has no fields */
    public static FlatFields of(JsonNode root) {
        FlatFields flat = new FlatFields();
        flat.add("", false, root, 0);
        if (flat.wrapped) {
            OF_ENVELOPE.forEach(flat.beside::remove);
        }
        return flat;
    }

    /** The first of these that says something: no empty text, no "-", no placeholder that nobody filled in; else null. */
    public JsonNode get(List<String> names) {
        for (String name : names) {
            JsonNode own = ofTicket.get(name);
            JsonNode value = isGiven(own) ? own : beside.get(name);
            if (isGiven(value)) {
                return value;
            }
        }
        return null;
    }

    /** Clean text of the first of these that says something; null if there is none. */
    public String text(List<String> names) {
        return values.text(get(names), names.get(0));
    }

    /** As {@link #text}, on one line and no longer than a name. */
    public String word(List<String> names) {
        return values.line(get(names), names.get(0), Values.MAX_NAME);
    }

    /** The id under the first of these that says something; null if there is none that can be used. */
    public String id(List<String> names) {
        return values.id(get(names));
    }

    /** Whether the first of these that says something says yes or no; null if it says neither. */
    public Boolean flag(List<String> names) {
        JsonNode value = get(names);
        String said = value == null ? "" : value.asText().trim().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> null;
        };
    }

    /** A name as it is, else one put together of first and last name; null if there is neither. A number is no name. */
    public JsonNode name(List<String> whole, List<String> first, List<String> last) {
        JsonNode name = get(whole);
        if (name != null && name.isTextual()) {
            return name;
        }
        String joined =
                Stream.of(first, last).map(this::word).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : JsonNodeFactory.instance.textNode(joined);
    }

    /** A list as it is, or of one text the parts between {@code separators}; null if the payload has no such field. */
    public JsonNode list(String name, String separators) {
        JsonNode value = ofTicket.getOrDefault(name, beside.get(name));
        if (value == null
                || !value.isTextual()
                || Values.isPlaceholder(value.textValue().trim())) {
            return value;
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        String text = value.textValue();
        int start = 0;
        for (int i = 0; i <= Math.min(text.length(), MAX_LIST); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    private void add(String path, boolean own, JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (++fields > MAX_FIELDS) {
                return;
            }
            if (property.getKey().length() <= MAX_KEY) {
                String key = normal(property.getKey());
                add(path.isEmpty() ? key : path + '_' + key, own, property.getValue(), depth, path.isEmpty());
            }
        }
    }

    private void add(String path, boolean own, JsonNode value, int depth, boolean atRoot) {
        String name = withoutTicket(path);
        boolean ofThis = own || !name.equals(path);
        if (!value.isObject()) {
            put(ofThis ? ofTicket : beside, name, value);
        } else if (depth < MAX_DEPTH) {
            boolean wrapper = TICKET.contains(name);
            boolean envelope = wrapper || atRoot && ENVELOPES.contains(name);
            add(envelope ? "" : name, ofThis || wrapper, value, depth + 1);
            wrapped |= wrapper;
        }
    }

    private static void put(Map<String, JsonNode> map, String name, JsonNode value) {
        JsonNode present = map.putIfAbsent(name, value);
        if (present != null && !isGiven(present)) {
            map.put(name, value);
        }
    }

    private static boolean isGiven(JsonNode value) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isTextual()) {
            return true;
        }
        String text = value.textValue().trim();
        return !Values.isAbsent(text) && !Values.isPlaceholder(text);
    }

    private static String withoutTicket(String path) {
        for (String word : TICKET) {
            if (path.length() > word.length() + 1 && path.startsWith(word) && path.charAt(word.length()) == '_') {
                return withoutTicket(path.substring(word.length() + 1));
            }
        }
        return path;
    }

    /** Lower case, words joined by one underscore: {@code ticketId} and {@code Ticket ID} are {@code ticket_id}. */
    private static String normal(String key) {
        StringBuilder normal = new StringBuilder(key.length() + 4);
        boolean afterLower = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean word = Character.isLetterOrDigit(c);
            boolean starts = word && Character.isUpperCase(c) && afterLower;
            if ((!word || starts) && normal.length() > 0 && normal.charAt(normal.length() - 1) != '_') {
                normal.append('_');
            }
            if (word) {
                normal.append(Character.toLowerCase(c));
            }
            afterLower = word && !Character.isUpperCase(c);
        }
        int end = normal.length();
        return normal.substring(0, end > 0 && normal.charAt(end - 1) == '_' ? end - 1 : end);
    }
}
