package io.ticketwire.ingress.chat;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ProviderEventId;

/** An id made of several fields, for senders that give no single one. */
public final class CompoundId {

    private CompoundId() {}

    /** The parts behind what they are of; null if one is missing, since the others may be the same in another event. */
    public static String of(String kind, JsonNode... parts) {
        StringBuilder id = new StringBuilder(kind);
        for (JsonNode part : parts) {
            String text = ProviderEventId.of(part);
            if (text == null) {
                return null;
            }
            id.append(':').append(text);
        }
        return ProviderEventId.usable(id.toString());
    }
}
