package io.ticketwire.ingress.mail.mailgun;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.MailAddress;
import io.ticketwire.ingress.mail.MailAddresses;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * What became of a mail that was sent.
 *
 * <pre>
 * accepted                          message.queued
 * delivered                         message.delivered
 * failed, severity temporary        message.deferred
 * failed, any other severity        email.bounced
 * rejected                          message.failed
 * opened, clicked                   email.opened, email.clicked
 * complained, unsubscribed          email.complained, email.unsubscribed
 * </pre>
 *
 * It is known by the token of its signature: the {@code id} is unique for a day only.
 */
record MailgunReport(JsonNode root) {

    private static final String FAILED = "failed";
    private static final String REJECTED = "rejected";

    private static final Map<String, EventType> TYPES = Map.of(
            "accepted",
            EventType.MESSAGE_QUEUED,
            "delivered",
            EventType.MESSAGE_DELIVERED,
            FAILED,
            EventType.EMAIL_BOUNCED,
            REJECTED,
            EventType.MESSAGE_FAILED,
            "opened",
            EventType.EMAIL_OPENED,
            "clicked",
            EventType.EMAIL_CLICKED,
            "complained",
            EventType.EMAIL_COMPLAINED,
            "unsubscribed",
            EventType.EMAIL_UNSUBSCRIBED);

    Reading read(EventBatch events) {
        JsonNode data = root.path("event-data");
        String event = JsonText.line(data.path("event"));
        EventType type = event == null ? null : TYPES.get(event);
        if (type == null) {
            return new Reading.Nothing(
                    event == null ? "no_event" : "unknown_event",
                    event == null ? "There is no event-data.event in it" : "Events " + event + " are not read");
        }
        boolean temporary = severity(data).equals("temporary");
        EventType said = type == EventType.EMAIL_BOUNCED && temporary ? EventType.MESSAGE_DEFERRED : type;
        String token = ProviderEventId.of(root.path("signature").path("token"));
        message(data, said, events.under(token)).addTo(events, said, token);
        return events.reading();
    }

    private static Message message(JsonNode data, EventType type, EventBatch events) {
        JsonNode headers = data.path("message").path("headers");
        MailAddress from = MailAddresses.first(JsonText.line(headers.path("from")));
        String id = messageId(headers.path("message-id"));
        return new MessageBuilder(
                        id == null ? events.nextId() : id, events.connector().type(), Message.OUTBOUND)
                .channel("email")
                .from(from == null ? null : from.email())
                .to(recipient(data))
                .subject(JsonText.line(headers.path("subject")))
                .error(error(data))
                .account(JsonText.line(data.path("domain").path("name")))
                .timestamp(Times.of(data.path("timestamp"), events.receivedAt()))
                .url(type == EventType.EMAIL_CLICKED ? JsonText.line(data.path("url")) : null)
                .group(
                        type == EventType.EMAIL_UNSUBSCRIBED
                                ? JsonText.line(data.path("mailing-list").path("address"))
                                : null)
                .machine(machine(data.path("client-info").path("bot")))
                .build();
    }

    /** With the angle brackets that the send API gives it, and that the webhooks leave out. */
    private static String messageId(JsonNode value) {
        String id = JsonText.line(value);
        String bracketed = id == null || id.startsWith("<") ? id : "<" + id + ">";
        return ProviderEventId.usable(bracketed);
    }

    /** What was rejected has no recipient of its own. */
    private static String recipient(JsonNode data) {
        String recipient = MailAddresses.bare(JsonText.line(data.path("recipient")));
        if (recipient != null) {
            return recipient;
        }
        MailAddress to = MailAddresses.first(
                JsonText.line(data.path("message").path("headers").path("to")));
        return to == null ? null : to.email();
    }

    /** The name of the program, empty if it was none; null if Mailgun does not say. */
    private static Boolean machine(JsonNode bot) {
        return bot.isTextual() ? Boolean.valueOf(!bot.textValue().isBlank()) : null;
    }

    private static MessageError error(JsonNode data) {
        String event = data.path("event").asText();
        JsonNode status = data.path("delivery-status");
        if (event.equals(REJECTED)) {
            String reason = JsonText.line(data.path("reject").path("reason"));
            return new MessageError(null, reason == null ? JsonText.line(data.path("reason")) : reason, null);
        }
        if (!event.equals(FAILED)) {
            return null;
        }
        String message = JsonText.line(status.path("message"));
        String reason = message == null ? JsonText.line(status.path("description")) : message;
        return new MessageError(
                JsonText.line(status.path("code")),
                reason == null ? JsonText.line(data.path("reason")) : reason,
                permanent(data));
    }

    private static Boolean permanent(JsonNode data) {
        boolean suppressed = data.path("reason").asText().startsWith("suppress-");
        return switch (severity(data)) {
            case "permanent" -> Boolean.TRUE;
            case "temporary" -> Boolean.FALSE;
            default -> suppressed ? Boolean.TRUE : null;
        };
    }

    private static String severity(JsonNode data) {
        return data.path("severity").asText();
    }
}
