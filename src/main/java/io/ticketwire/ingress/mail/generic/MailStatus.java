package io.ticketwire.ingress.mail.generic;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.MailAddresses;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.platform.Sha256;
import io.ticketwire.text.JsonText;

/**
 * What became of sent mails: {@code {"event","message_id","recipient","timestamp","id","code","reason","permanent","url",
 * "group"}}, of which only {@code event} is required.
 *
 * <pre>
 * queued, sent, delivered, deferred, failed                       message.*
 * bounced, complained, opened, clicked, unsubscribed, resubscribed   email.*
 * </pre>
 *
 * {@code id} is the event's own. Without it, an event is known by the id of its request and its place there, else by message,
 * event, recipient, time and what was clicked, if it has a time.
 */
final class MailStatus {

    /** Bytes of the longest body that may be one. */
    static final int LONGEST = 1 << 20;

    /** Enough to tell apart what one person clicks on in one second. */
    private static final int DIGEST_BYTES = 8;

    private static final Map<String, EventType> TYPES = Map.ofEntries(
            Map.entry("queued", EventType.MESSAGE_QUEUED),
            Map.entry("sent", EventType.MESSAGE_SENT),
            Map.entry("delivered", EventType.MESSAGE_DELIVERED),
            Map.entry("deferred", EventType.MESSAGE_DEFERRED),
            Map.entry("failed", EventType.MESSAGE_FAILED),
            Map.entry("opened", EventType.EMAIL_OPENED),
            Map.entry("clicked", EventType.EMAIL_CLICKED),
            Map.entry("bounced", EventType.EMAIL_BOUNCED),
            Map.entry("complained", EventType.EMAIL_COMPLAINED),
            Map.entry("unsubscribed", EventType.EMAIL_UNSUBSCRIBED),
            Map.entry("resubscribed", EventType.EMAIL_RESUBSCRIBED));

    private static final Set<EventType> FAILURES =
            Set.of(EventType.MESSAGE_DEFERRED, EventType.MESSAGE_FAILED, EventType.EMAIL_BOUNCED);

    private final EventBatch events;
    private final String requestId;
    private Reading.Nothing beside;

    /** @param requestId null if there is none */
    MailStatus(EventBatch events, String requestId) {
        this.events = events;
        this.requestId = requestId;
    }

    /** Whether it is that, and no mail. */
    static boolean isIn(JsonNode root) {
        return root.isArray() || root.path("events").isArray() || root.has("event");
    }

    Reading read(JsonNode root) {
        Iterable<JsonNode> all =
                root.isArray() ? root : root.path("events").isArray() ? root.path("events") : List.of(root);
        int index = 0;
        for (JsonNode status : all) {
            add(status, index++);
        }
        return events.isEmpty() && beside == null
                ? new Reading.Nothing("no_events", "There is no event in it")
                : events.reading(beside);
    }

    private void add(JsonNode status, int index) {
        String event = JsonText.line(status.path("event"));
        EventType type = event == null ? null : TYPES.get(event);
        if (type == null) {
            beside = new Reading.Nothing("unknown_event", "Events " + event + " are not read");
            return;
        }
        String id = id(status, index);
        message(status, type, id).addTo(events, type, id);
    }

    private String id(JsonNode status, int index) {
        String own = ProviderEventId.of(status.path("id"));
        String message = JsonText.line(status.path("message_id"));
        String time = JsonText.line(status.path("timestamp"));
        if (own != null) {
            return own;
        }
        if (requestId != null) {
            return ProviderEventId.usable(index == 0 ? requestId : requestId + ":" + index);
        }
        if (message == null || time == null) {
            return null;
        }
        String recipient = String.valueOf(JsonText.line(status.path("recipient")));
        String known = String.join(":", message, status.path("event").asText(), recipient, time);
        String url = status.path("url").asText();
        // One who clicks on two links does so twice, be it in one second. URLs may be longer than ids.
        return ProviderEventId.usable(url.isEmpty() ? known : known + ":" + digest(url));
    }

    private static String digest(String url) {
        return HexFormat.of().formatHex(Sha256.of(url), 0, DIGEST_BYTES);
    }

    private Message message(JsonNode status, EventType type, String id) {
        String message = JsonText.line(status.path("message_id"));
        return new MessageBuilder(
                        message == null ? events.under(id).nextId() : message,
                        events.connector().type(),
                        Message.OUTBOUND)
                .channel("email")
                .to(MailAddresses.bare(JsonText.line(status.path("recipient"))))
                .error(FAILURES.contains(type) ? error(status) : null)
                .timestamp(Times.of(status.path("timestamp"), events.receivedAt()))
                .url(JsonText.line(status.path("url")))
                .group(JsonText.line(status.path("group")))
                .build();
    }

    /** Null if nothing is said of it. */
    private static MessageError error(JsonNode status) {
        String code = JsonText.line(status.path("code"));
        String reason = JsonText.line(status.path("reason"));
        JsonNode written = status.path("permanent");
        Boolean permanent = written.isBoolean() ? Boolean.valueOf(written.booleanValue()) : null;
        return code == null && reason == null && permanent == null ? null : new MessageError(code, reason, permanent);
    }
}
