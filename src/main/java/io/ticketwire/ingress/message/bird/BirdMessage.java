package io.ticketwire.ingress.message.bird;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.chat.whatsapp.WhatsAppErrors;
import io.ticketwire.ingress.message.Ends;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.message.messagebird.MessageBirdErrors;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/** A message of a channel as its events have it (docs.bird.com, "Message status and interactions"). */
record BirdMessage(JsonNode json, String channel) {

    private static final Map<String, EventType> TYPES = Map.of(
            "accepted", EventType.MESSAGE_QUEUED,
            "processing", EventType.MESSAGE_QUEUED,
            "scheduled", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "sending_failed", EventType.MESSAGE_FAILED,
            "delivery_failed", EventType.MESSAGE_FAILED,
            "skipped", EventType.MESSAGE_FAILED,
            "rejected", EventType.MESSAGE_FAILED);

    /** Somebody's message to us; that its status is "delivered" means that it is here. */
    Reading received(EventBatch events) {
        String given = ProviderEventId.of(json.path("id"));
        String id = given == null ? events.under(null).nextId() : given;
        JsonNode contact = json.path("sender").path("contact");
        content(id, Message.INBOUND, events)
                .from(end(contact))
                .to(end(json.path("receiver").path("connector")))
                .contactName(JsonText.line(contact.path("annotations").path("name")))
                .timestamp(Times.of(json.path("createdAt"), events.receivedAt()))
                .build()
                .addReceivedTo(events, given);
        return events.reading();
    }

    /** What became of a message of ours, to each of its recipients. */
    Reading status(EventBatch events) {
        String id = ProviderEventId.of(json.path("id"));
        String status = JsonText.line(json.path("status"));
        EventType type = status == null ? null : TYPES.get(status);
        if (id == null || type == null) {
            return new Reading.Nothing("unknown_status", "A status " + status + " says nothing of a message");
        }
        String when = JsonText.line(json.path("lastStatusAt"));
        for (String recipient : recipients()) {
            content(id, Message.OUTBOUND, events)
                    .from(end(json.path("sender").path("connector")))
                    .to(recipient)
                    .error(type == EventType.MESSAGE_FAILED ? error() : null)
                    .timestamp(Times.of(json.path("lastStatusAt"), events.receivedAt()))
                    .build()
                    .addTo(events, type, ProviderEventId.usable(id + ":" + status + ":" + when + ":" + recipient));
        }
        return events.reading();
    }

    private MessageBuilder content(String id, String direction, EventBatch events) {
        BirdContent content = BirdContent.of(json.path("body"), direction.equals(Message.INBOUND));
        return new MessageBuilder(id, events.connector().type(), direction)
                .providerMessageId(JsonText.line(json.path("parts").path(0).path("platformReference")))
                .channel(channel)
                .type(content.type())
                .text(content.text())
                .subject(content.subject())
                .html(content.html())
                .media(content.media())
                .account(JsonText.line(json.path("channelId")));
    }

    /** At least one, be it unknown. */
    private List<String> recipients() {
        List<String> recipients = new ArrayList<>();
        JsonNode contacts = json.path("receiver").path("contacts");
        for (JsonNode contact : contacts) {
            String recipient = end(contact);
            if (recipient != null && !recipients.contains(recipient)) {
                recipients.add(recipient);
            }
        }
        if (recipients.isEmpty()) {
            recipients.add(end(json.path("receiver").path("contact")));
        }
        return recipients;
    }

    private String end(JsonNode end) {
        return Ends.of(JsonText.line(end.path("identifierValue")), channel);
    }

    /** The code is Bird's, of all channels; its source's says more. */
    private MessageError error() {
        JsonNode failure = json.path("failure");
        String reason = JsonText.text(json.path("reason"));
        return new MessageError(
                JsonText.line(failure.path("code")),
                reason == null ? JsonText.text(failure.path("description")) : reason,
                permanent(failure.path("source")));
    }

    /** As {@link MessageError#permanent()}, by whoever refused the message (docs.bird.com, "Message failure sources"). */
    private static Boolean permanent(JsonNode source) {
        String code = JsonText.line(source.path("code"));
        return switch (source.path("name").asText()) {
            case "whatsapp" -> WhatsAppErrors.permanent(code);
            case "sms-messagebird" -> MessageBirdErrors.permanent(code);
            default -> null;
        };
    }
}
