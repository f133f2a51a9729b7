package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.PriorityWords;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.Values;

/** Status and priority: the source's word, and ours if we know it. Numbers are understood only by {@link NumericScales}. */
final class StateReader {
    /** @param raw the source's word or number, @param ours null if it is none we know */
    record State(String raw, String ours) {}

    private static final State ABSENT = new State(null, null);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final List<String> WORDS_IN_OBJECT = List.of(
            "display_value",
            "label",
            "name",
            "title",
            "valueCaption",
            "summary",
            "status",
            "priority",
            "value",
            "internal_label",
            "external_label",
            "display_name",
            "Name",
            "Value",
            "code",
            "type",
            "category",
            "status_type",
            "group",
            "key");
    /** Of the object that holds the ticket, not of the ticket (Help Scout). */
    private static final Set<String> PUBLISHING = Set.of("published", "draft", "hidden");

    /** Urgencies and impacts have scales of their own. */
    private static final List<String> SCALED = List.of("priority", "prioritycode");

    private static final List<String> PRIORITY_LABELS = List.of("priority_name", "priority_label", "priority_text");
    private static final Map<String, String> IF_TRUE = Map.of(
            "open",
            "open",
            "is_open",
            "open",
            "closed",
            "closed",
            "is_closed",
            "closed",
            "resolved",
            "resolved",
            "is_resolved",
            "resolved",
            "solved",
            "resolved",
            "completed",
            "resolved");
    private static final Map<String, String> IF_FALSE =
            Map.of("open", "closed", "is_open", "closed", "closed", "open", "is_closed", "open", "completed", "open");
    private static final List<String> FLAGS =
            List.of("open", "is_open", "closed", "is_closed", "resolved", "is_resolved", "solved", "completed");

    private final Fields fields;
    private final Values values;

    StateReader(Fields fields, Values values) {
        this.fields = fields;
        this.values = values;
    }

    State status() {
        State state = word(Synonyms.STATUS, Synonyms.STATUS, StatusWords::of, "status");
        String byScale = state.ours() == null ? NumericScales.status(fields, state.raw()) : null;
        if (state.raw() != null && (byScale != null || !isNumber(state.raw()))) {
            return byScale == null ? state : new State(state.raw(), byScale);
        }
        String byFlag = byFlag();
        String resolution = byFlag != null ? null : values.line(fields.get("resolution"), "status", Values.MAX_NAME);
        String byResolution = StatusWords.of(resolution);
        if (byResolution != null) {
            return new State(resolution, byResolution);
        }
        return new State(state.raw(), byFlag);
    }

    State priority() {
        State state = word(Synonyms.PRIORITY, PRIORITY_LABELS, PriorityWords::of, "priority");
        return state.ours() == null && fields.hasAny(SCALED)
                ? new State(state.raw(), NumericScales.priority(fields, state.raw()))
                : state;
    }

    /** The first word under the keys; once a number was seen, only {@code labels} can say what it means. */
    private State word(List<String> keys, List<String> labels, UnaryOperator<String> ours, String field) {
        State number = ABSENT;
        for (String key : keys) {
            State state = number == ABSENT || labels.contains(key) ? state(fields.get(key), ours, field) : ABSENT;
            if (state.raw() == null || key.equals("state") && PUBLISHING.contains(state.raw())) {
                continue;
            }
            if (!isNumber(state.raw())) {
                return state;
            }
            number = number == ABSENT ? state : number;
        }
        for (String label : number == ABSENT ? List.<String>of() : labels) {
            State state = state(fields.get(label), ours, field);
            if (state.raw() != null && !isNumber(state.raw())) {
                return state;
            }
        }
        return number;
    }

    private State state(JsonNode value, UnaryOperator<String> ours, String field) {
        if (value == null || !value.isObject()) {
            String raw = values.line(value, field, Values.MAX_NAME);
            return new State(raw, ours.apply(raw));
        }
        String raw = null;
        String known = null;
        for (String key : WORDS_IN_OBJECT) {
            String word = values.line(value.get(key), field, Values.MAX_NAME);
            raw = raw == null || isNumber(raw) && word != null ? word : raw;
            known = known == null ? ours.apply(word) : known;
        }
        return new State(raw, known == null ? ours.apply(category(value)) : known);
    }

    /** Jira's three categories are never translated. */
    private static String category(JsonNode status) {
        String key = status.path("statusCategory").path("key").asText();
        return key.equals("new") ? "indeterminate" : key;
    }

    private String byFlag() {
        for (String key : FLAGS) {
            JsonNode flag = fields.get(key);
            String said =
                    flag == null || !flag.isBoolean() ? null : (flag.booleanValue() ? IF_TRUE : IF_FALSE).get(key);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
