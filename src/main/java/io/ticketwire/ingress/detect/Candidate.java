package io.ticketwire.ingress.detect;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object that may be the ticket, with what it lies in.
 *
 * @param key the normal name that it lies under; empty at the root
 * @param parents the objects around it, nearest first
 * @param shared how many of the farthest are around other tickets too
 */
record Candidate(Fields fields, String key, List<Fields> parents, int shared, int score, boolean truncated) {

    private static final List<String> TYPES = List.of("type", "object", "object_type", "resource_type");

    /** The objects around it and around no other ticket. */
    List<Fields> ownParents() {
        return parents.subList(0, parents.size() - shared);
    }

    /** Lies under a name that says ticket, or says so itself in words that need no context. */
    boolean isWrapped() {
        return Synonyms.WRAPPERS.contains(key);
    }

    /** {@code {"type":"ticket"}}, as in JSON:API, or {@code {"object":"issue"}}. */
    boolean isTyped() {
        for (String key : TYPES) {
            JsonNode type = fields.get(key);
            String word = type != null && type.isTextual() ? Keys.normal(type.textValue()) : "";
            if (Synonyms.WRAPPERS.contains(word) || Synonyms.TICKET_LISTS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A comment or message that has an id of its own and names its ticket: of the ticket itself it tells the id only. */
    boolean isPart() {
        return !isWrapped()
                && !isTyped()
                && fields.hasOwn(Synonyms.PART_ID)
                && fields.hasScalar(Synonyms.PARENT_ID)
                && !fields.hasAny(Synonyms.SUBJECT)
                && !fields.hasAny(Synonyms.PRIORITY);
    }
}
