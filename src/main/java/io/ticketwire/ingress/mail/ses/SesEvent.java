package io.ticketwire.ingress.mail.ses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

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
 * What became of a mail, in both of SES's shapes: {@code eventType} of a configuration set, {@code notificationType} of an
 * identity. One event for each recipient that it is about.
 *
 * <pre>
 *   Send                        message.sent
 *   Delivery, DeliveryDelay     message.delivered, message.deferred
 *   Bounce                      email.bounced
 *   Complaint                   email.complained; message.failed if SES did not even try, since there was one before;
 *                               none if the reader says that it is no spam
 *   Reject, Rendering Failure   message.failed
 *   Open, Click                 email.opened, email.clicked
 *   Subscription                email.unsubscribed, email.resubscribed
 * </pre>
 *
 * @param json the report
 * @param around the message of SNS that it came in
 */
record SesEvent(SesKind kind, JsonNode json, SnsMessage around) {

    /** False if it says nothing that there is an event for. */
    boolean addTo(EventBatch events) {
        EventType type = type();
        if (type == null) {
            return false;
        }
        String given = ProviderEventId.of(mail().path("messageId"));
        String messageId = given == null ? events.under(null).nextId() : given;
        Instant time = time(events.receivedAt());
        // One id of SNS for all of them: they are told apart by their places.
        events.under(ProviderEventId.of(around.json().path("MessageId")));
        for (JsonNode recipient : recipients()) {
            Message message = message(messageId, recipient, time);
            events.add(type.type(), messageId, time, Map.of("message", message));
        }
        return true;
    }

    private EventType type() {
        return switch (kind) {
            case SEND -> EventType.MESSAGE_SENT;
            case DELIVERY -> EventType.MESSAGE_DELIVERED;
            case DELIVERY_DELAY -> EventType.MESSAGE_DEFERRED;
            case BOUNCE -> EventType.EMAIL_BOUNCED;
            case COMPLAINT -> complaint();
            case REJECT, RENDERING_FAILURE -> EventType.MESSAGE_FAILED;
            case OPEN -> EventType.EMAIL_OPENED;
            case CLICK -> EventType.EMAIL_CLICKED;
            case SUBSCRIPTION -> subscription();
        };
    }

    private EventType complaint() {
        if (object().path("complaintFeedbackType").asText().equals("not-spam")) {
            return null;
        }
        return isSuppressed() ? EventType.MESSAGE_FAILED : EventType.EMAIL_COMPLAINED;
    }

    private boolean isSuppressed() {
        return object().path("complaintSubType").asText().equals("OnAccountSuppressionList");
    }

    private EventType subscription() {
        TopicPreferences preferences = new TopicPreferences(object());
        if (!preferences.isThere()) {
            return null;
        }
        return preferences.isOut() ? EventType.EMAIL_UNSUBSCRIBED : EventType.EMAIL_RESUBSCRIBED;
    }

    private Message message(String messageId, JsonNode recipient, Instant time) {
        return new MessageBuilder(messageId, SesProvider.TYPE, Message.OUTBOUND)
                .providerMessageId(header(messageId))
                .channel("email")
                .from(ReportedAddress.of(mail().path("source")))
                .to(ReportedAddress.of(recipient.isObject() ? recipient.path("emailAddress") : recipient))
                .subject(JsonText.line(mail().path("commonHeaders").path("subject")))
                .error(error(recipient))
                .account(account())
                .timestamp(time)
                .url(kind == SesKind.CLICK ? JsonText.text(object().path("link")) : null)
                .group(kind == SesKind.SUBSCRIPTION ? new TopicPreferences(object()).group() : null)
                .build();
    }

    /** Those that the report names; else all of the mail's, or of several none, if it was one of them. */
    private List<JsonNode> recipients() {
        List<JsonNode> own = elements(kind.recipients(json));
        List<JsonNode> all = own.isEmpty() ? elements(mail().path("destination")) : own;
        return all.isEmpty() || kind.isOfOneReader() && all.size() > 1 ? List.of(MissingNode.getInstance()) : all;
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(elements::add);
        }
        return elements;
    }

    private MessageError error(JsonNode recipient) {
        String status = JsonText.line(recipient.path("status"));
        return switch (kind) {
            case BOUNCE -> new MessageError(status, bounce(recipient), permanent());
            case DELIVERY_DELAY -> new MessageError(status, JsonText.text(object().path("delayType")), false);
            case COMPLAINT ->
                isSuppressed() ? new MessageError(null, JsonText.text(object().path("complaintSubType")), true) : null;
            case REJECT -> new MessageError(null, JsonText.text(object().path("reason")), null);
            case RENDERING_FAILURE -> new MessageError(null, JsonText.text(object().path("errorMessage")), null);
            default -> null;
        };
    }

    private String bounce(JsonNode recipient) {
        String reason = Stream.of(object().path("bounceSubType"), recipient.path("diagnosticCode"))
                .map(JsonText::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return JsonText.text(reason);
    }

    private Boolean permanent() {
        return switch (object().path("bounceType").asText()) {
            case "Permanent" -> true;
            case "Transient", "Undetermined" -> false;
            default -> null;
        };
    }

    /** The header Message-ID, if it is another id than SES's. */
    private String header(String messageId) {
        for (JsonNode header : mail().path("headers")) {
            if (header.path("name").asText().equalsIgnoreCase("Message-ID")) {
                return JsonText.line(header.path("value"));
            }
        }
        String common = JsonText.line(mail().path("commonHeaders").path("messageId"));
        return messageId.equals(common) ? null : common;
    }

    private String account() {
        String account = JsonText.line(mail().path("sendingAccountId"));
        return account == null ? JsonText.line(around.topicArn()) : account;
    }

    /** When it happened; failing that, when SES had SNS tell it. */
    private Instant time(Instant receivedAt) {
        JsonNode dated = kind.isOfHandingOver() ? mail() : object();
        Instant own = Times.of(dated.path("timestamp"), receivedAt);
        return own == null ? Times.of(around.text("Timestamp"), receivedAt) : own;
    }

    private JsonNode object() {
        return kind.object(json);
    }

    private JsonNode mail() {
        return json.path("mail");
    }
}
