package io.ticketwire.ingress.chat.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
 * An {@code event_callback} of the Events API: somebody spoke to the app, or replied in a thread.
 *
 * <pre>
 * app_mention                                  interaction.mention
 * message   in a thread                        interaction.reply
 *           in a direct message to the app     interaction.mention
 *           that mentions the app elsewhere    comes as app_mention, too: answered
 *           any other                          not meant for the app: answered
 * </pre>
 */
record SlackEvent(JsonNode callback, JsonNode event) {

    static final String PLATFORM = "slack";

    /** The others tell what became of a message: edited, deleted, a member joined, ... */
    private static final Set<String> WRITTEN = Set.of("thread_broadcast", "file_share", "me_message");

    static Reading read(JsonNode callback, EventBatch events) {
        return new SlackEvent(callback, callback.path("event")).read(events);
    }

    private Reading read(EventBatch events) {
        return switch (event.path("type").asText()) {
            case "app_mention" -> isOwn() ? answered("own_message") : said(EventType.INTERACTION_MENTION, events);
            case "message" -> message(events);
            default ->
                new Reading.Nothing(
                        "unknown_event", "Events of the type " + JsonText.line(event.path("type")) + " are not read");
        };
    }

    private Reading message(EventBatch events) {
        String subtype = event.path("subtype").asText();
        if (isOwn() || subtype.equals("bot_message")) {
            return answered("own_message");
        }
        if (!subtype.isEmpty() && !WRITTEN.contains(subtype)) {
            return answered("subtype");
        }
        boolean direct = event.path("channel_type").asText().equals("im");
        if (!direct && isMention()) {
            return answered("mention_elsewhere");
        }
        if (isReply()) {
            return said(EventType.INTERACTION_REPLY, events);
        }
        return direct ? said(EventType.INTERACTION_MENTION, events) : answered("not_addressed");
    }

    private Reading said(EventType type, EventBatch events) {
        String user = ProviderEventId.of(event.path("user"));
        if (user == null) {
            return new Reading.Nothing("no_user", "The event does not say who it is from");
        }
        Place place = new Place(
                JsonText.line(event.path("channel")),
                JsonText.line(event.path("ts")),
                JsonText.line(event.path("thread_ts")));
        new Interaction(PLATFORM, new Person(user, null, null), Deed.written(text()), place, time(events.receivedAt()))
                .addTo(events, type, id());
        return events.reading();
    }

    private boolean isOwn() {
        return !event.path("bot_id").asText().isEmpty()
                || ownUsers().contains(event.path("user").asText());
    }

    private boolean isMention() {
        String text = event.path("text").asText();
        return ownUsers().stream()
                .anyMatch(user -> text.contains("<@" + user + ">") || text.contains("<@" + user + "|"));
    }

    /** As whom the app takes part in the chat. */
    private List<String> ownUsers() {
        List<String> users = new ArrayList<>();
        for (JsonNode authorization : callback.path("authorizations")) {
            String user = authorization.path("user_id").asText();
            if (authorization.path("is_bot").asBoolean() && !user.isEmpty()) {
                users.add(user);
            }
        }
        return users;
    }

    /** The message that begins a thread carries the thread's time, too, once it has replies. */
    private boolean isReply() {
        String thread = event.path("thread_ts").asText();
        return !thread.isEmpty() && !thread.equals(event.path("ts").asText());
    }

    private String text() {
        JsonNode text = event.path("text");
        return text.isTextual() ? SlackText.plain(text.textValue()) : null;
    }

    private Instant time(Instant now) {
        Instant time = Times.of(event.path("event_ts"), now);
        return time == null ? Times.of(callback.path("event_time"), now) : time;
    }

    /** By Slack's id; what comes again is recognised by it, whatever the retry headers say. */
    private String id() {
        String id = ProviderEventId.of(callback.path("event_id"));
        return id != null
                ? id
                : CompoundId.of(
                        "event",
                        callback.path("team_id"),
                        event.path("channel"),
                        event.path("event_ts"),
                        event.path("type"));
    }

    private static Reading answered(String reason) {
        return new Reading.Answered(reason, Reply.EMPTY);
    }
}
