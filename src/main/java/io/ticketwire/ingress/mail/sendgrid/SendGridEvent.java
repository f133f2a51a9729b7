package io.ticketwire.ingress.mail.sendgrid;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.mail.ReportedAddress;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * One event. Categories and custom arguments stand beside SendGrid's own fields: only the latter are looked at.
 *
 * <pre>
 *   processed                                    message.queued
 *   delivered, deferred                          message.delivered, message.deferred
 *   bounce (type bounce; or for now: blocked,
 *     expired)                                   email.bounced
 *   dropped                                      message.failed
 *   open, click                                  email.opened, email.clicked
 *   spamreport                                   email.complained
 *   unsubscribe, group_unsubscribe               email.unsubscribed
 *   group_resubscribe                            email.resubscribed
 * </pre>
 */
record SendGridEvent(JsonNode json) {

    private static final Map<String, EventType> TYPES = Map.ofEntries(
            Map.entry("processed", EventType.MESSAGE_QUEUED),
            Map.entry("delivered", EventType.MESSAGE_DELIVERED),
            Map.entry("deferred", EventType.MESSAGE_DEFERRED),
            Map.entry("bounce", EventType.EMAIL_BOUNCED),
            Map.entry("dropped", EventType.MESSAGE_FAILED),
            Map.entry("open", EventType.EMAIL_OPENED),
            Map.entry("click", EventType.EMAIL_CLICKED),
            Map.entry("spamreport", EventType.EMAIL_COMPLAINED),
            Map.entry("unsubscribe", EventType.EMAIL_UNSUBSCRIBED),
            Map.entry("group_unsubscribe", EventType.EMAIL_UNSUBSCRIBED),
            Map.entry("group_resubscribe", EventType.EMAIL_RESUBSCRIBED));

    /** Reasons to drop a mail that hold for the next one, too; the others are its content, its header or a quota. */
    private static final Set<String> SUPPRESSIONS =
            Set.of("bounced address", "unsubscribed address", "spam reporting address", "invalid");

    /** What SendGrid puts behind the {@code X-Message-Id} that its send API returned: the machines on the mail's way. */
    private static final Pattern WAY = Pattern.compile("\\.(?:filter|recvd)");

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        EventType type = TYPES.get(json.path("event").asText());
        if (type == null) {
            return false;
        }
        String messageId = messageId();
        Message message = new MessageBuilder(
                        messageId == null ? events.under(null).nextId() : messageId,
                        SendGridProvider.TYPE,
                        Message.OUTBOUND)
                .providerMessageId(JsonText.line(json.path("smtp-id")))
                .channel("email")
                .to(ReportedAddress.of(json.path("email")))
                .error(error(type))
                .timestamp(Times.of(json.path("timestamp"), events.receivedAt()))
                .url(type == EventType.EMAIL_CLICKED ? JsonText.text(json.path("url")) : null)
                .group(isOfGroups(type) ? JsonText.line(json.path("asm_group_id")) : null)
                .machine(type == EventType.EMAIL_OPENED ? machine() : null)
                .build();
        message.addTo(events, type, eventId());
        return true;
    }

    /** With the kind: in SendGrid's own samples all events of a batch have one id. */
    private String eventId() {
        String id = ProviderEventId.of(json.path("sg_event_id"));
        return id == null
                ? null
                : ProviderEventId.usable(id + ":" + json.path("event").asText());
    }

    private String messageId() {
        String id = ProviderEventId.of(json.path("sg_message_id"));
        if (id == null) {
            return null;
        }
        Matcher way = WAY.matcher(id);
        return way.find() && way.start() > 0 ? id.substring(0, way.start()) : id;
    }

    private MessageError error(EventType type) {
        String code = JsonText.line(json.path("status"));
        return switch (type) {
            case MESSAGE_DEFERRED -> new MessageError(code, JsonText.text(json.path("response")), false);
            case EMAIL_BOUNCED -> new MessageError(code, JsonText.text(json.path("reason")), permanent());
            case MESSAGE_FAILED ->
                new MessageError(code, JsonText.text(json.path("reason")), isSuppressed() ? Boolean.TRUE : null);
            default -> null;
        };
    }

    /** Events from before there were blocks have no type. */
    private Boolean permanent() {
        return switch (json.path("type").asText("bounce")) {
            case "bounce" -> true;
            case "blocked", "expired" -> false;
            default -> null;
        };
    }

    /** Whether it was dropped for its address, to which SendGrid will send nothing more. */
    private boolean isSuppressed() {
        return SUPPRESSIONS.contains(json.path("reason").asText().toLowerCase(Locale.ROOT));
    }

    private static boolean isOfGroups(EventType type) {
        return type == EventType.EMAIL_UNSUBSCRIBED || type == EventType.EMAIL_RESUBSCRIBED;
    }

    /** A mail program that fetches pictures beforehand, such as Apple's. */
    private Boolean machine() {
        JsonNode machine = json.path("sg_machine_open");
        return machine.isBoolean() ? machine.booleanValue() : null;
    }
}
