package io.ticketwire.ingress.message.gupshup;

import java.time.Instant;
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
 * What became of a message of ours, of version 2. Until WhatsApp has it, {@code id} is Gupshup's; from then on it is
 * WhatsApp's, and Gupshup's is {@code gsId}, if it is still known.
 */
record GupshupStatus(JsonNode root, String platform) {

    private static final Map<String, EventType> TYPES = Map.of(
            "enqueued", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            "failed", EventType.MESSAGE_FAILED,
            "deleted", EventType.MESSAGE_DELETED);

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        JsonNode payload = root.path("payload");
        String status = payload.path("type").asText();
        EventType type = TYPES.get(status);
        String gupshup = ProviderEventId.of(payload.path("gsId"));
        String id = ProviderEventId.of(payload.path("id"));
        String messageId = gupshup == null ? id : gupshup;
        if (type == null || messageId == null) {
            return false;
        }
        new MessageBuilder(messageId, platform, Message.OUTBOUND)
                .providerMessageId(messageId.equals(id) ? null : id)
                .channel("whatsapp")
                .to(PhoneNumbers.international(JsonText.line(payload.path("destination"))))
                .error(type == EventType.MESSAGE_FAILED ? error(payload.path("payload")) : null)
                .account(JsonText.line(root.path("app")))
                .timestamp(time(payload, events))
                .build()
                .addTo(events, type, ProviderEventId.usable(messageId + ":" + status));
        return true;
    }

    /** In seconds inside, in milliseconds outside; both forms are told by their length. */
    private Instant time(JsonNode payload, EventBatch events) {
        Instant time = Times.of(payload.path("payload").path("ts"), events.receivedAt());
        return time == null ? Times.of(root.path("timestamp"), events.receivedAt()) : time;
    }

    private static MessageError error(JsonNode failure) {
        String code = JsonText.line(failure.path("code"));
        return new MessageError(code, JsonText.text(failure.path("reason")), GupshupErrors.permanent(code));
    }
}
