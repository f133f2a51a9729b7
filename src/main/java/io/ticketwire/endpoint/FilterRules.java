package io.ticketwire.endpoint;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.platform.FieldChecks;

/** What a filter may look like. */
final class FilterRules {

    private static final int MAX_PATHS = 20;
    private static final int MAX_VALUES = 100;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64}){0,9}");

    private FilterRules() {}

    static void check(JsonNode filter, FieldChecks checks) {
        if (!filter.isObject() || filter.size() > MAX_PATHS) {
            checks.refuse("filter", "must be an object of at most " + MAX_PATHS + " dotted paths to arrays of values");
            return;
        }
        filter.properties().forEach(rule -> {
            String field = "filter." + rule.getKey();
            checks.require(PATH.matcher(rule.getKey()).matches(), field, "is not a dotted path");
            checks.require(
                    isListOfScalars(rule.getValue()),
                    field,
                    "must be an array of 1 to " + MAX_VALUES + " plain values without control characters");
        });
    }

    private static boolean isListOfScalars(JsonNode values) {
        if (!values.isArray() || values.isEmpty() || values.size() > MAX_VALUES) {
            return false;
        }
        for (JsonNode value : values) {
            if (value.isContainerNode() || !FieldChecks.isPlain(value.textValue())) {
                return false;
            }
        }
        return true;
    }
}
