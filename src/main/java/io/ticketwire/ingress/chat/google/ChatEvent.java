package io.ticketwire.ingress.chat.google;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;

/**
 * An event of Chat, in what its two formats have in common.
 *
 * <p>A chat app's (https://developers.google.com/workspace/chat/api/reference/rest/v1/Event) has its {@code type}, the
 * message and the space at the root; a Workspace add-on's has them in {@code chat}, under a name that stands for the type
 * (https://developers.google.com/workspace/add-ons/concepts/event-objects).
 *
 * @param kind the classic type; empty if it has none
 * @param payload where message and space are
 * @param common what Chat shares with other hosts: the parameters of a button
 * @param action of the classic format: the same in the old form
 */
record ChatEvent(String kind, JsonNode user, JsonNode time, JsonNode payload, JsonNode common, JsonNode action) {

    /** The name of an add-on's payload, and the type that it stands for. */
    private static final Map<String, String> PAYLOADS = Map.of(
            "buttonClickedPayload", "CARD_CLICKED",
            "messagePayload", "MESSAGE",
            "appCommandPayload", "APP_COMMAND",
            "addedToSpacePayload", "ADDED_TO_SPACE",
            "removedFromSpacePayload", "REMOVED_FROM_SPACE");

    private static final String UNKNOWN = "UNKNOWN";

    static ChatEvent of(JsonNode root) {
        JsonNode chat = root.path("chat");
        if (chat.isObject()) {
            return ofAddOn(root, chat);
        }
        boolean ofChat = root.path("type").isTextual()
                && (root.has("eventTime") || root.path("space").isObject());
        return new ChatEvent(
                ofChat ? root.path("type").textValue() : "",
                root.path("user"),
                root.path("eventTime"),
                root,
                root.path("common"),
                root.path("action"));
    }

    private static ChatEvent ofAddOn(JsonNode root, JsonNode chat) {
        String name = PAYLOADS.keySet().stream()
                .filter(known -> chat.path(known).isObject())
                .findFirst()
                .orElse("");
        return new ChatEvent(
                PAYLOADS.getOrDefault(name, UNKNOWN),
                chat.path("user"),
                chat.path("eventTime"),
                chat.path(name),
                root.path("commonEventObject"),
                root.path("action"));
    }

    Reading read(EventBatch events) {
        return switch (kind) {
            case "CARD_CLICKED" -> new ChatInteraction(this, events).clicked();
            case "MESSAGE" -> new ChatInteraction(this, events).written();
            case "APP_COMMAND" -> new ChatInteraction(this, events).commanded();
            case "ADDED_TO_SPACE", "REMOVED_FROM_SPACE" ->
                new Reading.Answered(kind.toLowerCase(Locale.ROOT), Reply.EMPTY_OBJECT);
            case "" -> new Reading.Nothing("no_event", "This is no event of Google Chat");
            // Any other answer than a 200 makes Chat send less.
            default -> new Reading.Answered("unknown_event", Reply.EMPTY_OBJECT);
        };
    }

    JsonNode message() {
        return payload.path("message");
    }

    JsonNode space() {
        JsonNode space = payload.path("space");
        return space.isObject() ? space : message().path("space");
    }

    /** The parameters of a button, from the map of the newer form or the list of the older one. */
    ObjectNode parameters() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (common.path("parameters").isObject()) {
            parameters.setAll((ObjectNode) common.path("parameters"));
            return parameters;
        }
        for (JsonNode parameter : action.path("parameters")) {
            if (parameter.path("key").isTextual()) {
                parameters.set(parameter.path("key").textValue(), parameter.path("value"));
            }
        }
        return parameters;
    }

    /** The name that the app gave to a button's function. */
    JsonNode function() {
        JsonNode invoked = common.path("invokedFunction");
        return invoked.isTextual() ? invoked : action.path("actionMethodName");
    }
}
