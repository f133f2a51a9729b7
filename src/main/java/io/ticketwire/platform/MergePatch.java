package io.ticketwire.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces. */
public final class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /**
     * What a resource would be created from after the change; read as strictly as a new one.
     *
     * @param current what it would be created from now
     */
    public static <T> T apply(ObjectMapper mapper, Object current, ObjectNode patch, Class<T> type) {
        ObjectNode merged = mapper.valueToTree(current);
        merge(merged, patch);
        try {
            return mapper.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value.isObject()) {
                ObjectNode inner = target.get(change.getKey()) instanceof ObjectNode existing
                        ? existing
                        : target.putObject(change.getKey());
                merge(inner, (ObjectNode) value);
            } else {
                target.set(change.getKey(), value);
            }
        });
    }
}
