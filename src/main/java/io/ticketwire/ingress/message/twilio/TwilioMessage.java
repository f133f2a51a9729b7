package io.ticketwire.ingress.message.twilio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

/**
 * A message to us, or what became of one of ours.
 *
 * @param fields by the names that they have in a form
 * @param status Twilio's word; null if there is none
 * @param eventId of an event stream; null for a callback, which has none
 * @param eventTime of an event stream; null if there is none
 */
record TwilioMessage(MessageFields fields, String status, String eventId, String eventTime) {

    static final String RECEIVED = "received";

    private static final String PROVIDER = "twilio";
    private static final Map<String, EventType> STATUSES = Map.ofEntries(
            Map.entry("accepted", EventType.MESSAGE_QUEUED),
            Map.entry("scheduled", EventType.MESSAGE_QUEUED),
            Map.entry("queued", EventType.MESSAGE_QUEUED),
            Map.entry("sending", EventType.MESSAGE_QUEUED),
            Map.entry("sent", EventType.MESSAGE_SENT),
            Map.entry("delivered", EventType.MESSAGE_DELIVERED),
            Map.entry("partially_delivered", EventType.MESSAGE_DELIVERED),
            Map.entry("read", EventType.MESSAGE_READ),
            Map.entry("undelivered", EventType.MESSAGE_FAILED),
            Map.entry("failed", EventType.MESSAGE_FAILED),
            Map.entry("canceled", EventType.MESSAGE_FAILED));

    /** What stands before an address of another channel than SMS. */
    private static final Set<String> CHANNELS = Set.of("whatsapp", "messenger", "rcs", "viber");

    /** More than any channel takes. */
    private static final int MAX_MEDIA = 32;

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        String word = status == null ? null : status.toLowerCase(Locale.ROOT);
        if (word == null ? isWritten() : word.equals(RECEIVED) || word.equals("receiving")) {
            return addReceivedTo(events);
        }
        EventType type = word == null ? null : STATUSES.get(word);
        String id = id();
        if (type == null || id == null) {
            return false;
        }
        MessageError error = type == EventType.MESSAGE_FAILED ? error() : null;
        Message message = about(id, Message.OUTBOUND, events)
                .text(fields.text("Body"))
                .error(error)
                .build();
        String code = error == null || error.code() == null ? "" : ":" + error.code();
        message.addTo(events, type, eventId == null ? ProviderEventId.usable(id + ":" + word + code) : eventId);
        return true;
    }

    private boolean addReceivedTo(EventBatch events) {
        if (fields.line("From") == null && fields.line("To") == null) {
            return false;
        }
        String id = id();
        List<Media> media = media();
        about(id == null ? events.under(null).nextId() : id, Message.INBOUND, events)
                .type(type(media))
                .text(text())
                .media(media)
                .contactName(fields.line("ProfileName"))
                .build()
                .addReceivedTo(events, eventId == null ? id : eventId);
        return true;
    }

    private MessageBuilder about(String id, String direction, EventBatch events) {
        return new MessageBuilder(id, PROVIDER, direction)
                .channel(channel())
                .from(address(fields.line("From")))
                .to(address(fields.line("To")))
                .account(fields.line("AccountSid"))
                .timestamp(time(events));
    }

    /** Most callbacks say no time at all. */
    private Instant time(EventBatch events) {
        Instant time = Times.of(fields.line("Timestamp"), events.receivedAt());
        return time == null ? Times.of(eventTime, events.receivedAt()) : time;
    }

    private String id() {
        return fields.id("MessageSid", "SmsMessageSid", "SmsSid");
    }

    /** Whether there is what people write or send. */
    private boolean isWritten() {
        return fields.values().apply("Body") != null || hasMedia() || fields.line("Latitude") != null;
    }

    private boolean hasMedia() {
        String count = fields.line("NumMedia");
        return count != null ? !count.equals("0") : fields.line("MediaUrl0") != null;
    }

    private String channel() {
        String prefix = prefix(fields.line("From"));
        String channel = prefix == null ? prefix(fields.line("To")) : prefix;
        if (channel != null) {
            return channel;
        }
        // What is sent has its kind in its id; what is received has its media.
        String id = status == null || status.equalsIgnoreCase(RECEIVED) ? null : id();
        return hasMedia() || id != null && id.startsWith("MM") ? "mms" : "sms";
    }

    /** Null if the address is a number, or a name without a prefix. */
    private static String prefix(String address) {
        int colon = address == null ? -1 : address.indexOf(':');
        String prefix = colon < 0 ? null : address.substring(0, colon).toLowerCase(Locale.ROOT);
        return prefix != null && CHANNELS.contains(prefix) ? prefix : null;
    }

    /** Twilio writes numbers with their plus: what has none is a short code or a name. Messenger's users have a number, too, but none to call. */
    private static String address(String address) {
        String prefix = prefix(address);
        String bare = prefix == null ? address : address.substring(prefix.length() + 1);
        boolean number = bare != null && (bare.startsWith("+") || "whatsapp".equals(prefix));
        return number ? PhoneNumbers.international(bare) : bare;
    }

    private String text() {
        String text = fields.text("Body", "ButtonText", "ListTitle");
        return text != null
                ? text
                : Location.text(
                        fields.line("Label"),
                        fields.line("Address"),
                        fields.line("Latitude"),
                        fields.line("Longitude"));
    }

    /** In the words of WhatsApp, which Twilio uses where it says a type. */
    private String type(List<Media> media) {
        if (fields.line("ListId", "ListTitle") != null) {
            return "list_reply";
        }
        if (fields.line("ButtonPayload", "ButtonText") != null) {
            return "button";
        }
        String said = fields.line("MessageType");
        if (said != null) {
            String type = said.toLowerCase(Locale.ROOT);
            return type.equals("contact") ? "contacts" : type;
        }
        if (fields.line("Latitude") != null) {
            return "location";
        }
        return hasMedia() ? Media.type(media.isEmpty() ? null : media.get(0).mime()) : "text";
    }

    private List<Media> media() {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i < MAX_MEDIA; i++) {
            String url = Media.whole(fields.text("MediaUrl" + i));
            if (url != null) {
                media.add(new Media(url, null, fields.line("MediaContentType" + i), null, null, null));
            }
        }
        return media;
    }

    /** A consumer of message.failed finds an error, even where Twilio gives none. */
    private MessageError error() {
        String code = fields.line("ErrorCode");
        String reason = fields.text("ErrorMessage", "ChannelStatusMessage");
        return new MessageError(code, reason, TwilioErrors.permanent(code));
    }
}
