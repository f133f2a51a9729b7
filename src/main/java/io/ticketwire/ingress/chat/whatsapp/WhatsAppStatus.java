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
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * What became of a message of ours. Gupshup adds ids of its own: under {@code gs_id} the one that its API returned.
 *
 * @param platform the connector's type
 */
record WhatsAppStatus(JsonNode json, BusinessNumber number, String platform) {

    private static final Map<String, EventType> TYPES = Map.of(
            // Gupshup's: not at Meta yet
            "enqueued", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            // a voice message: heard
            "played", EventType.MESSAGE_READ,
            "failed", EventType.MESSAGE_FAILED);

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        String metas = ProviderEventId.of(json.path("id"));
        String gupshups = ProviderEventId.of(json.path("gs_id"));
        String id = gupshups == null ? metas : gupshups;
        String status = json.path("status").asText();
        EventType type = TYPES.get(status);
        if (id == null || type == null) {
            return false;
        }
        boolean failed = type == EventType.MESSAGE_FAILED;
        Message message = new MessageBuilder(id, platform, Message.OUTBOUND)
                .providerMessageId(gupshups == null ? null : second(id, metas))
                .channel(WhatsAppMessage.CHANNEL)
                .from(number.phone())
                .to(recipient())
                .error(failed ? error() : null)
                .account(number.id())
                .timestamp(Times.of(json.path("timestamp"), events.receivedAt()))
                .build();
        message.addTo(events, type, ProviderEventId.usable(id + ":" + status));
        return true;
    }

    private String second(String id, String metas) {
        String given = ProviderEventId.of(json.path("meta_msg_id"));
        String second = given == null ? metas : given;
        return id.equals(second) ? null : second;
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
