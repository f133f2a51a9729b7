package io.ticketwire.ingress.message.vonage;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.ErrorCodes;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.CleanText;
import io.ticketwire.text.JsonText;

/**
 * An SMS to us, or the delivery receipt of one of ours. {@code msisdn} is somebody's phone in both: who wrote the one, who
 * received the other; {@code to} is ours.
 */
record VonageSms(VonageSmsParameters parameters) {

    private static final Map<String, EventType> TYPES = Map.of(
            "delivered", EventType.MESSAGE_DELIVERED,
            "accepted", EventType.MESSAGE_SENT,
            "buffered", EventType.MESSAGE_SENT,
            "failed", EventType.MESSAGE_FAILED,
            "rejected", EventType.MESSAGE_FAILED,
            "expired", EventType.MESSAGE_FAILED,
            "unknown", EventType.MESSAGE_FAILED);

    /** Vonage's table of err-code ("Vonage SMS Delivery Error Codes"); 1 and 99 may be anything. */
    private static final ErrorCodes ERRORS = new ErrorCodes(
            // The number, the sender or the content will not do.
            Set.of("3", "4", "5", "6", "9", "10", "11", "12", "13", "14", "39", "50", "51", "52", "53", "54"),
            // "Retry", or somebody has to pay or to wait first.
            Set.of("2", "7", "8", "15", "16", "41"));

    Reading read(EventBatch events) {
        String id = ProviderEventId.usable(line("messageId"));
        if (id == null) {
            return new Reading.Nothing("no_message_id", "There is no messageId");
        }
        String status = line("status");
        return status == null ? received(id, events) : receipt(id, status.toLowerCase(Locale.ROOT), events);
    }

    private Reading receipt(String id, String status, EventBatch events) {
        EventType type = TYPES.get(status);
        if (type == null) {
            return new Reading.Nothing("unknown_status", "A status " + status + " says nothing of a message");
        }
        String code = line("err-code");
        message(id, Message.OUTBOUND, events)
                .from(phone("to"))
                .to(phone("msisdn"))
                .error(type == EventType.MESSAGE_FAILED ? new MessageError(code, null, ERRORS.isPermanent(code)) : null)
                .build()
                .addTo(events, type, ProviderEventId.usable(id + ":" + status));
        return events.reading();
    }

    private Reading received(String id, EventBatch events) {
        String part = line("concat-part");
        message(id, Message.INBOUND, events)
                .from(phone("msisdn"))
                .to(phone("to"))
                .type(type(line("type")))
                .text(part == null ? text() : partOfText())
                .build()
                .addReceivedTo(events, part == null ? id : ProviderEventId.usable(id + ":" + part));
        return events.reading();
    }

    private MessageBuilder message(String id, String direction, EventBatch events) {
        return new MessageBuilder(id, events.connector().type(), direction)
                .channel("sms")
                .account(line("api-key"))
                .timestamp(Times.of(parameters.value("message-timestamp"), events.receivedAt()));
    }

    private static String type(String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "text", "unicode" -> "text";
            default -> "unsupported";
        };
    }

    private String text() {
        String text = parameters.value("text");
        return text == null ? null : JsonText.text(text);
    }

    /** As it is: the blanks at its ends may stand between two words. */
    private String partOfText() {
        return CleanText.clean(CleanText.cut(parameters.value("text"), JsonText.MAX_TEXT));
    }

    private String phone(String name) {
        return PhoneNumbers.international(line(name));
    }

    private String line(String name) {
        String value = parameters.value(name);
        return value == null ? null : JsonText.line(value);
    }
}
