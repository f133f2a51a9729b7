package io.ticketwire.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;

/** What an upsert means for a contact: what it does not give stays as it was. */
final class Contacts {

    private static final String CLOCK = "updated_at";

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

    /** Whether there is something to tell; that the contact's clock moved on is nothing. */
    static boolean news(String known, ObjectNode now) {
        return known == null
                || !((ObjectNode) Json.tree(known))
                        .without(CLOCK)
                        .equals(now.deepCopy().without(CLOCK));
    }
}
