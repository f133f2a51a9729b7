package io.ticketwire.ingress.chat.whatsapp;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * What one callback holds: entries of changes of messages and statuses, each of which becomes an event of its own. What
 * can't be read is kept for a person to look at, with the reason of the last of it.
 */
public final class WhatsAppBatch {

    /**
     * Meta signs no time and repeats for seven days what it could not deliver. As long as that, a repeat is known by its
     * id; what is older may be something that somebody has kept, and nothing is done for that.
     */
    private static final Duration MAX_AGE = Duration.ofDays(8);

    private final EventBatch events;
    private final String platform;
    private Reading.Nothing beside;

    /** @param platform the type of the connector: others than Meta pass on what Meta says */
    public WhatsAppBatch(EventBatch events, String platform) {
        this.events = events;
        this.platform = platform;
    }

    /** Reads a body that is an object. */
    public Reading read(JsonNode root) {
        for (JsonNode entry : root.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                read(change.path("field"), change.path("value"));
            }
        }
        return events.isEmpty() && beside == null
                ? new Reading.Nothing("no_messages", "There is no message and no status in it")
                : events.reading(beside);
    }

    private void read(JsonNode field, JsonNode value) {
        if (!field.asText().equals("messages")) {
            beside = new Reading.Nothing("unknown_field", "Changes of " + JsonText.line(field) + " are not read");
            return;
        }
        BusinessNumber number = BusinessNumber.of(value.path("metadata"));
        for (JsonNode message : value.path("messages")) {
            message(new WhatsAppMessage(message, Customer.of(message, value.path("contacts")), number, platform));
        }
        for (JsonNode status : value.path("statuses")) {
            if (!new WhatsAppStatus(status, number, platform).addTo(events)) {
                String kind = JsonText.line(status.path("status"));
                beside = new Reading.Nothing("unknown_status", "A status " + kind + " says nothing of a message");
            }
        }
        MessageError error = WhatsAppErrors.of(value.path("errors"));
        if (error != null) {
            String said = JsonText.line(error.code() + " " + error.reason());
            beside = new Reading.Nothing("account_error", "Meta reports " + said);
        }
    }

    private void message(WhatsAppMessage message) {
        Instant written = Times.of(message.json().path("timestamp"), events.receivedAt());
        boolean old = written != null && written.isBefore(events.receivedAt().minus(MAX_AGE));
        if (old && message.isInteraction()) {
            beside = new Reading.Nothing("stale", "What is asked for was asked for more than eight days ago");
        } else if (!message.addTo(events, written)) {
            String kind = JsonText.line(message.json().path("type"));
            beside = new Reading.Nothing("unknown_message", "A message of the type " + kind + " is not read");
        }
    }
}
