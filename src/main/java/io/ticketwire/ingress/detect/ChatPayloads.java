package io.ticketwire.ingress.detect;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Payloads of chat tools, which somebody sends to the route of tickets by mistake. */
final class ChatPayloads {

    private static final Set<String> SLACK =
            Set.of("url_verification", "event_callback", "block_actions", "interactive_message");

    private ChatPayloads() {}

    /** The route that a payload is meant for; null if it is of no chat tool. */
    static String route(JsonNode root) {
        String type = root.path("type").asText();
        boolean slack = SLACK.contains(type) && (root.has("challenge") || root.has("event") || root.has("actions"));
        if (slack) {
            return "/api/webhooks/slack";
        }
        if (root.path("object").asText().equals("whatsapp_business_account")) {
            return "/api/webhooks/whatsapp";
        }
        boolean click = type.equals("CARD_CLICKED") && root.path("space").isObject();
        boolean addOn =
                root.path("commonEventObject").isObject() && root.path("chat").isObject();
        return click || addOn ? "/api/webhooks/google-chat" : null;
    }
}
