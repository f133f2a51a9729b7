package io.ticketwire.ingress.message.vonage;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.ErrorCodes;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/** What became of a message of ours; its errors are those of https://developer.vonage.com/en/api-errors/messages. */
record VonageStatus(JsonNode json) {

    private static final Map<String, EventType> TYPES = Map.of(
            "submitted", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            "rejected", EventType.MESSAGE_FAILED,
            "undeliverable", EventType.MESSAGE_FAILED);

    static final ErrorCodes ERRORS = new ErrorCodes(
            // The account, the request, the number, the sender or the content is not allowed, and stays so.
            Set.of(
                    "1010", "1020", "1021", "1022", "1040", "1050", "1060", "1080", "1090", "1120", "1130", "1140",
                    "1150", "1160", "1170", "1190", "1200", "1210", "1240", "1250", "1260", "1270", "1280", "1300",
                    "1310", "1320", "1340"),
            // Limits of rate and credit, failures of the platform or a network, handsets out of reach, expired tokens.
            Set.of("1000", "1030", "1070", "1100", "1180", "1220", "1230", "1241", "1290", "1370"));

    Reading read(EventBatch events) {
        String id = ProviderEventId.of(json.path("message_uuid"));
        String status = json.path("status").asText().toLowerCase(Locale.ROOT);
        EventType type = TYPES.get(status);
        if (id == null || type == null) {
            String given = JsonText.line(json.path("status"));
            return new Reading.Nothing("unknown_status", "A status " + given + " says nothing of a message");
        }
        VonageChannel channel = VonageChannel.of(json);
        new MessageBuilder(id, events.connector().type(), Message.OUTBOUND)
                .channel(channel.name())
                .from(channel.business(json.path("from")))
                .to(channel.customer(json.path("to"), json.path("whatsapp").path("recipient")))
                .error(type == EventType.MESSAGE_FAILED ? error() : null)
                .contactName(JsonText.line(json.path("profile").path("name")))
                .timestamp(Times.of(json.path("timestamp"), events.receivedAt()))
                .build()
                .addTo(events, type, ProviderEventId.usable(id + ":" + status));
        return events.reading();
    }

    /** A consumer of message.failed finds an error, even where Vonage gives none. */
    private MessageError error() {
        JsonNode error = json.path("error");
        String title = JsonText.line(error.path("title"));
        String code = number(title, JsonText.line(error.path("type")));
        return new MessageError(title, JsonText.text(error.path("detail")), ERRORS.isPermanent(code));
    }

    /** Where the title is words, the number stands at the end of the type's URL. */
    private static String number(String title, String type) {
        boolean words = title == null || !Character.isDigit(title.charAt(0));
        return words && type != null ? type.substring(type.lastIndexOf('#') + 1) : title;
    }
}
