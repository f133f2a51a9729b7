package io.ticketwire.ingress;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.CleanText;

/** The id that a sender gives its event, where it follows a common convention. */
public final class ProviderEventId {

    private static final int MAX_LENGTH = 255;

    private ProviderEventId() {}

    /** From {@code webhook-id} (Standard Webhooks) or {@code Idempotency-Key}; null if there is none that can be used. */
    public static String ofHeaders(IncomingRequest request) {
        String id = usable(request.header("webhook-id"));
        return id != null ? id : usable(request.header("Idempotency-Key"));
    }

    /** The id in a field: text or a whole number; null if there is none that can be used. */
    public static String of(JsonNode value) {
        boolean id = value.isTextual() || value.isIntegralNumber();
        return id ? usable(CleanText.clean(value.asText()).strip()) : null;
    }

    /** The id itself if it can be used, else null. */
    public static String usable(String id) {
        return id == null || id.isBlank() || id.length() > MAX_LENGTH ? null : id;
    }
}
