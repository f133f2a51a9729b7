package io.ticketwire.ingress.chat.slack;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.chat.Deed;
import io.ticketwire.ingress.chat.Interaction;
import io.ticketwire.ingress.chat.Person;
import io.ticketwire.ingress.chat.Place;
import io.ticketwire.text.JsonText;

/** A slash command: {@code command=/ticket&text=approve+4711&user_id=...}. */
final class SlackCommand {

    private SlackCommand() {}

    /** @param form has a command */
    static Reading read(FormBody.Parsed form, EventBatch events) {
        String user = form.value("user_id")
                .map(ProviderEventId::usable)
                .map(JsonText::line)
                .orElse(null);
        if (user == null) {
            return new Reading.Nothing("no_user", "The command does not say who gave it");
        }
        String name = form.value("command").map(JsonText::line).orElseThrow();
        String rest = form.value("text").map(SlackText::plain).orElse(null);
        String text = rest == null ? name : JsonText.text(name + " " + rest);
        Person person =
                new Person(user, form.value("user_name").map(JsonText::line).orElse(null), null);
        Place place = new Place(
                form.value("channel_id").map(JsonText::line).orElse(null),
                null,
                form.value("thread_ts").map(JsonText::line).orElse(null));
        // Slack makes one for each time that a command is given.
        String trigger = form.value("trigger_id")
                .map(id -> ProviderEventId.usable("command:" + id))
                .orElse(null);
        new Interaction(SlackEvent.PLATFORM, person, Deed.commanded(name, rest, text), place, null)
                .addTo(events, EventType.INTERACTION_COMMAND, trigger);
        return events.reading();
    }
}
