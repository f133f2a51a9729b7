package io.ticketwire.ingress.chat.slack;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.chat.Deed;
import io.ticketwire.text.JsonText;

/** One of the {@code actions} of a payload: a button or a menu, in blocks or, in the old way, in an attachment. */
record SlackAction(JsonNode action) {

    /** A button that opens an address is told of, too. */
    boolean isLink() {
        return action.path("url").isTextual();
    }

    /** The name that the app gave it: {@code action_id} in blocks, {@code name} in attachments. */
    JsonNode name() {
        return action.has("action_id") ? action.path("action_id") : action.path("name");
    }

    /** When it was pressed; in the old way this stands in the payload's root. */
    JsonNode time(JsonNode root) {
        return action.has("action_ts") ? action.path("action_ts") : root.path("action_ts");
    }

    Deed deed() {
        return Deed.pressed(JsonText.line(name()), value(), label());
    }

    private String value() {
        for (JsonNode value : List.of(
                action.path("value"),
                action.path("selected_option").path("value"),
                action.path("selected_options").path(0).path("value"))) {
            if (value.isTextual()) {
                return value.textValue();
            }
        }
        return null;
    }

    private String label() {
        String chosen =
                JsonText.line(action.path("selected_option").path("text").path("text"));
        return chosen == null ? JsonText.line(action.path("text").path("text")) : chosen;
    }
}
