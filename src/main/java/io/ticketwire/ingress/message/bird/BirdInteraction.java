package io.ticketwire.ingress.message.bird;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/** What the reader of a message did with it (docs.bird.com, "Message interactions" of each channel). */
record BirdInteraction(JsonNode json, String channel) {

    Reading read(EventBatch events) {
        String messageId = ProviderEventId.of(json.path("messageId"));
        String kind = JsonText.line(json.path("type"));
        EventType type = type(kind);
        if (messageId == null || type == null) {
            return new Reading.Nothing("unknown_interaction", "An interaction " + kind + " says nothing of a message");
        }
        Message message = new MessageBuilder(messageId, events.connector().type(), Message.OUTBOUND)
                .channel(channel)
                .account(JsonText.line(json.path("channelId")))
                .timestamp(Times.of(json.path("createdAt"), events.receivedAt()))
                .url(JsonText.text(json.path("metadata").path("link").path("url")))
                .build();
        String id = ProviderEventId.of(json.path("id"));
        String when = JsonText.line(json.path("createdAt"));
        message.addTo(events, type, id == null ? ProviderEventId.usable(messageId + ":" + kind + ":" + when) : id);
        return events.reading();
    }

    /** A mail is opened, a message is read. */
    private EventType type(String kind) {
        return switch (kind == null ? "" : kind) {
            case "opened", "read" -> channel.equals("email") ? EventType.EMAIL_OPENED : EventType.MESSAGE_READ;
            case "clicked" -> EventType.EMAIL_CLICKED;
            case "reported-as-spam" -> EventType.EMAIL_COMPLAINED;
            case "unsubscribed", "unsubscribe-request" -> EventType.EMAIL_UNSUBSCRIBED;
            default -> null;
        };
    }
}
