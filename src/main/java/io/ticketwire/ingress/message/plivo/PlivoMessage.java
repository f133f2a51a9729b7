package io.ticketwire.ingress.message.plivo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.message.Location;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.message.MessageFields;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.ticket.Times;

/** A message to us, or what became of one of ours. */
record PlivoMessage(MessageFields fields) {

    private static final String PROVIDER = "plivo";
    private static final Map<String, EventType> STATUSES = Map.of(
            "queued", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            "undelivered", EventType.MESSAGE_FAILED,
            "rejected", EventType.MESSAGE_FAILED,
            "failed", EventType.MESSAGE_FAILED);

    /** The field that says when; of being read there is none. */
    private static final Map<EventType, String> TIMES = Map.of(
            EventType.MESSAGE_QUEUED, "QueuedTime",
            EventType.MESSAGE_SENT, "SentTime",
            EventType.MESSAGE_DELIVERED, "DeliveryReportTime",
            EventType.MESSAGE_FAILED, "DeliveryReportTime");

    /** Media are counted from 0 or from 1. */
    private static final int MAX_MEDIA = 32;

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        String status = lower("Status");
        String id = fields.id("MessageUUID");
        if (status == null || status.equals("received")) {
            return isWritten() && addReceivedTo(events, id);
        }
        EventType type = STATUSES.get(status);
        if (type == null || id == null) {
            return false;
        }
        String time = TIMES.get(type);
        about(id, Message.OUTBOUND)
                .error(type == EventType.MESSAGE_FAILED ? error() : null)
                .timestamp(time == null ? null : Times.of(fields.line(time), events.receivedAt()))
                .build()
                .addTo(events, type, ProviderEventId.usable(id + ":" + status));
        return true;
    }

    private boolean addReceivedTo(EventBatch events, String id) {
        List<Media> media = media();
        about(id == null ? events.under(null).nextId() : id, Message.INBOUND)
                .type(type(media))
                .text(text())
                .media(media)
                .contactName(fields.line("ProfileName"))
                .error(fields.line("ErrorCode") == null ? null : error())
                .timestamp(Times.of(fields.line("MessageTime"), events.receivedAt()))
                .build()
                .addReceivedTo(events, id);
        return true;
    }

    private MessageBuilder about(String id, String direction) {
        String channel = lower("Type");
        return new MessageBuilder(id, PROVIDER, direction)
                .channel(channel == null ? "sms" : channel)
                .from(PhoneNumbers.international(fields.line("From")))
                .to(PhoneNumbers.international(fields.line("To")));
    }

    /** Whether there is what people write or send; a call has both numbers, too. */
    private boolean isWritten() {
        boolean content =
                fields.values().apply("Text") != null || fields.values().apply("Body") != null;
        return fields.line("From") != null
                && (content || fields.line("MediaCount", "ContentType", "ButtonText") != null || !media().isEmpty());
    }

    private String text() {
        String text = fields.text("Text", "Body", "ButtonText");
        return text != null
                ? text
                : Location.text(
                        fields.line("Name"), fields.line("Address"), fields.line("Latitude"), fields.line("Longitude"));
    }

    /** WhatsApp says it. Of an MMS only the number of its media is known. */
    private String type(List<Media> media) {
        String said = lower("ContentType");
        if (fields.line("ButtonText", "ButtonPayload") != null) {
            return "button";
        }
        if (said == null || said.equals("media")) {
            return media.isEmpty() && said == null ? "text" : Media.type(fields.line("MimeType"));
        }
        return switch (said) {
            case "unknown" -> "unsupported";
            case "contact" -> "contacts";
            case "list" -> "list_reply";
            default -> said;
        };
    }

    private List<Media> media() {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i <= MAX_MEDIA; i++) {
            String url = Media.whole(fields.text("Media" + i));
            if (url != null) {
                media.add(new Media(url, null, fields.line("MimeType"), null, null, null));
            }
        }
        return media;
    }

    /** A consumer of message.failed finds an error, even where Plivo gives none; in words it gives none at all. */
    private MessageError error() {
        String code = fields.line("ErrorCode");
        return new MessageError(code, null, PlivoErrors.permanent(code));
    }

    private String lower(String field) {
        String word = fields.line(field);
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }
}
