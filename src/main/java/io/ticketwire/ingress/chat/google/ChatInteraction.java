package io.ticketwire.ingress.chat.google;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/** What somebody did by an event of Chat: pressed a button, wrote to the app, gave it a command. */
record ChatInteraction(ChatEvent event, EventBatch events) {

    private static final String PLATFORM = "google_chat";

    Reading clicked() {
        if (event.payload().path("dialogEventType").asText().equals("CANCEL_DIALOG")) {
            return new Reading.Answered("dialog_cancelled", Reply.EMPTY_OBJECT);
        }
        ObjectNode parameters = event.parameters();
        String name = JsonText.line(event.function());
        Deed deed = Deed.pressed(name, parameters.isEmpty() ? null : parameters.toString(), null);
        return done(EventType.INTERACTION_BUTTON, deed, deed.action());
    }

    /** In a space the app only hears what is addressed to it; a reply is what Chat itself calls one. */
    Reading written() {
        JsonNode message = event.message();
        if (message.path("sender").path("type").asText().equals("BOT")) {
            return new Reading.Answered("own_message", Reply.EMPTY_OBJECT);
        }
        if (message.path("slashCommand").isObject()) {
            return commanded();
        }
        boolean reply = message.path("threadReply").asBoolean();
        String said = argument() == null ? JsonText.text(message.path("text")) : argument();
        return done(reply ? EventType.INTERACTION_REPLY : EventType.INTERACTION_MENTION, Deed.written(said), "message");
    }

    Reading commanded() {
        String name = commandName();
        return name == null
                ? new Reading.Nothing("no_command", "The command has neither a name nor a number")
                : done(
                        EventType.INTERACTION_COMMAND,
                        Deed.commanded(
                                name, argument(), JsonText.text(event.message().path("text"))),
                        name);
    }

    /** A command's name stands only in the marks on the message's text; its number is always there. */
    private String commandName() {
        for (JsonNode annotation : event.message().path("annotations")) {
            String name = JsonText.line(annotation.path("slashCommand").path("commandName"));
            if (name != null) {
                return name;
            }
        }
        String number = JsonText.line(event.payload().path("appCommandMetadata").path("appCommandId"));
        return number == null
                ? JsonText.line(event.message().path("slashCommand").path("commandId"))
                : number;
    }

    /** What was written, less the mention of the app or the command. */
    private String argument() {
        return JsonText.text(event.message().path("argumentText"));
    }

    /** @param what was done, since one message can be acted on more than once */
    private Reading done(EventType type, Deed deed, String what) {
        JsonNode sender =
                event.user().isObject() ? event.user() : event.message().path("sender");
        String user = ProviderEventId.of(sender.path("name"));
        if (user == null) {
            return new Reading.Nothing("no_user", "The event does not say who it is from");
        }
        JsonNode email = sender.path("email");
        Person person = new Person(
                user,
                JsonText.line(sender.path("displayName")),
                email.isTextual() ? EmailAddresses.address(email.textValue()) : null);
        JsonNode message = event.message();
        Place place = new Place(
                JsonText.line(event.space().path("name")),
                JsonText.line(message.path("name")),
                JsonText.line(message.path("thread").path("name")));
        // A command that is chosen from a menu has no message.
        JsonNode on = message.has("name") ? message.path("name") : event.space().path("name");
        String id = CompoundId.of(type.type() + ":" + what, on, sender.path("name"), event.time());
        new Interaction(PLATFORM, person, deed, place, time(message)).addTo(events, type, id);
        return events.reading();
    }

    private Instant time(JsonNode message) {
        Instant time = Times.of(event.time(), events.receivedAt());
        return time == null ? Times.of(message.path("createTime"), events.receivedAt()) : time;
    }
}
