package io.ticketwire.ingress.chat.whatsapp;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.text.JsonText;
import io.ticketwire.ingress.ticket.Times;

/** What became of a message of ours. */
record WhatsAppStatus(JsonNode json, BusinessNumber number) {

    private static final Map<String, EventType> TYPES = Map.of(
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            // a voice message: heard
            "played", EventType.MESSAGE_READ,
            "failed", EventType.MESSAGE_FAILED);

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        String id = ProviderEventId.of(json.path("id"));
        String status = json.path("status").asText();
        EventType type = TYPES.get(status);
        if (id == null || type == null) {
            return false;
        }
        boolean failed = type == EventType.MESSAGE_FAILED;
        Message message = new MessageBuilder(id, WhatsAppMessage.PLATFORM, Message.OUTBOUND)
                .channel(WhatsAppMessage.PLATFORM)
                .from(number.phone())
                .to(recipient())
                .error(failed ? error() : null)
                .account(number.id())
                .timestamp(Times.of(json.path("timestamp"), events.receivedAt()))
                .build();
        message.addTo(events, type, ProviderEventId.usable(id + ":" + status));
        return true;
    }

    private String recipient() {
        String phone = JsonText.line(json.path("recipient_id"));
        return phone == null ? JsonText.line(json.path("recipient_user_id")) : PhoneNumbers.international(phone);
    }

    /** A consumer of message.failed finds an error, even where Meta gives none. */
    private MessageError error() {
        MessageError error = WhatsAppErrors.of(json.path("errors"));
        return error == null ? new MessageError(null, null, null) : error;
    }
}
