package io.ticketwire.ingress.message.messagebird;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.text.JsonText;

/**
 * What MessageBird's words for a message's fate mean, of SMS (developers.messagebird.com, "SMS messaging") and of
 * conversations ({@code ConversationMessageStatus} of the SDKs).
 */
final class MessageBirdStatus {

    private static final Map<String, EventType> TYPES = Map.ofEntries(
            Map.entry("scheduled", EventType.MESSAGE_QUEUED),
            Map.entry("pending", EventType.MESSAGE_QUEUED),
            Map.entry("accepted", EventType.MESSAGE_QUEUED),
            Map.entry("buffered", EventType.MESSAGE_QUEUED),
            Map.entry("dispatched", EventType.MESSAGE_QUEUED),
            Map.entry("sent", EventType.MESSAGE_SENT),
            Map.entry("transmitted", EventType.MESSAGE_SENT),
            Map.entry("delivered", EventType.MESSAGE_DELIVERED),
            Map.entry("read", EventType.MESSAGE_READ),
            Map.entry("delivery_failed", EventType.MESSAGE_FAILED),
            Map.entry("failed", EventType.MESSAGE_FAILED),
            Map.entry("rejected", EventType.MESSAGE_FAILED),
            Map.entry("expired", EventType.MESSAGE_FAILED),
            Map.entry("unsupported", EventType.MESSAGE_FAILED),
            Map.entry("received", EventType.MESSAGE_INCOMING),
            Map.entry("delayed", EventType.MESSAGE_DEFERRED),
            Map.entry("clicked", EventType.EMAIL_CLICKED),
            Map.entry("opened", EventType.EMAIL_OPENED),
            Map.entry("bounce", EventType.EMAIL_BOUNCED),
            Map.entry("out_of_bounded", EventType.EMAIL_BOUNCED),
            Map.entry("spam_complaint", EventType.EMAIL_COMPLAINED),
            Map.entry("list_unsubscribe", EventType.EMAIL_UNSUBSCRIBED),
            Map.entry("deleted", EventType.MESSAGE_DELETED));

    private static final Set<EventType> FAILURES =
            Set.of(EventType.MESSAGE_FAILED, EventType.MESSAGE_DEFERRED, EventType.EMAIL_BOUNCED);

    private MessageBirdStatus() {}

    /** Null if the word is not known. */
    static EventType of(JsonNode status) {
        return TYPES.get(status.asText().toLowerCase(Locale.ROOT));
    }

    /** Null for what is no failure; else never null, also where no reason is given. */
    static MessageError error(EventType type, JsonNode code, JsonNode reason) {
        return FAILURES.contains(type) ? new MessageError(JsonText.line(code), JsonText.text(reason), null) : null;
    }

    /** As {@link #error}, of an SMS, whose codes are those of the mobile networks. */
    static MessageError smsError(EventType type, JsonNode code, JsonNode reason) {
        MessageError error = error(type, code, reason);
        return error == null
                ? null
                : new MessageError(error.code(), error.reason(), MessageBirdErrors.permanent(error.code()));
    }
}
