package io.ticketwire.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;

/** What an upsert means for a contact: what it does not give stays as it was. */
final class Contacts {

    private Contacts() {}

    /** The contact after the upsert; {@code known} is its JSON so far, null if it was never seen. */
    static ObjectNode merge(String known, ObjectNode seen) {
        if (known == null) {
            return seen;
        }
        ObjectNode merged = (ObjectNode) Json.tree(known);
        seen.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return merged;
    }
}
