package io.ticketwire.ingress.chat.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.chat.CompoundId;
import io.ticketwire.ingress.chat.Deed;
import io.ticketwire.ingress.chat.Interaction;
import io.ticketwire.ingress.chat.Person;
import io.ticketwire.ingress.chat.Place;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * What comes in the {@code payload} of a form: a click, a shortcut, a dialog that was sent off
 * (https://docs.slack.dev/reference/interaction-payloads).
 */
record SlackPayload(JsonNode root, Person person) {

    static Reading read(JsonNode root, EventBatch events) {
        String type = root.path("type").asText();
        if (type.equals("view_closed") || type.equals("block_suggestion")) {
            return new Reading.Answered(type, Reply.EMPTY);
        }
        String user = ProviderEventId.of(root.path("user").path("id"));
        if (user == null) {
            return new Reading.Nothing("no_user", "The payload does not say who it is from");
        }
        String name = JsonText.line(root.path("user").path("username"));
        Person person =
                new Person(user, name == null ? JsonText.line(root.path("user").path("name")) : name, null);
        return new SlackPayload(root, person).read(type, events);
    }

    private Reading read(String type, EventBatch events) {
        return switch (type) {
            case "block_actions", "interactive_message" -> clicks(events);
            case "shortcut", "message_action" -> shortcut(events);
            case "view_submission" -> submission(events);
            default ->
                new Reading.Nothing("unknown_payload", "Payloads of the type " + JsonText.line(type) + " are not read");
        };
    }

    private Reading clicks(EventBatch events) {
        boolean links = false;
        for (JsonNode given : root.path("actions")) {
            SlackAction action = new SlackAction(given);
            links |= action.isLink();
            if (given.isObject() && !action.isLink()) {
                Instant time = Times.of(action.time(root), events.receivedAt());
                interaction(action.deed(), time).addTo(events, EventType.INTERACTION_BUTTON, clickId(action));
            }
        }
        if (!events.isEmpty()) {
            return events.reading();
        }
        return links
                ? new Reading.Answered("link_button", Reply.EMPTY)
                : new Reading.Nothing("no_action", "There is no object in \"actions\"");
    }

    private String clickId(SlackAction action) {
        return CompoundId.of("click", messageTime(), root.path("user").path("id"), action.name(), action.time(root));
    }

    private Reading shortcut(EventBatch events) {
        String name = JsonText.line(root.path("callback_id"));
        JsonNode text = root.path("message").path("text");
        Deed deed = new Deed(name, null, null, text.isTextual() ? SlackText.plain(text.textValue()) : null);
        JsonNode time = root.path("action_ts");
        interaction(deed, Times.of(time, events.receivedAt()))
                .addTo(
                        events,
                        EventType.INTERACTION_COMMAND,
                        CompoundId.of(
                                "shortcut",
                                root.path("callback_id"),
                                root.path("user").path("id"),
                                time));
        return events.reading();
    }

    private Reading submission(EventBatch events) {
        JsonNode view = root.path("view");
        JsonNode carried = view.path("private_metadata");
        Deed deed = Deed.pressed(
                JsonText.line(view.path("callback_id")),
                carried.isTextual() && !carried.textValue().isEmpty() ? carried.textValue() : null,
                entered(view.path("state").path("values")));
        interaction(deed, null)
                .addTo(
                        events,
                        EventType.INTERACTION_COMMAND,
                        CompoundId.of("view", view.path("id"), view.path("hash")));
        return events.reading();
    }

    /** What was typed into a dialog, a line for each field. */
    private static String entered(JsonNode values) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : values) {
            for (JsonNode field : block) {
                String line = JsonText.text(field.path("value"));
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return JsonText.text(String.join("\n", lines));
    }

    private Interaction interaction(Deed deed, Instant time) {
        JsonNode thread = root.path("message").path("thread_ts");
        Place place = new Place(
                first(root.path("channel").path("id"), root.path("container").path("channel_id")),
                JsonText.line(messageTime()),
                first(thread, root.path("container").path("thread_ts")));
        return new Interaction(SlackEvent.PLATFORM, person, deed, place, time);
    }

    private JsonNode messageTime() {
        for (JsonNode time : List.of(root.path("container").path("message_ts"), root.path("message_ts"))) {
            if (time.isTextual()) {
                return time;
            }
        }
        return root.path("message").path("ts");
    }

    private static String first(JsonNode one, JsonNode other) {
        String line = JsonText.line(one);
        return line == null ? JsonText.line(other) : line;
    }
}
