package io.ticketwire.ingress.message.messagebird;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.Ends;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * An event of the Conversations API: {@code message.created} and {@code message.updated} with a message, its contact and, if
 * it failed, an error. See developers.messagebird.com, "Conversations API", "Webhooks".
 */
record MessageBirdConversation(JsonNode json, JsonNode message) {

    /** What a reader may do more than once. */
    private static final Set<EventType> OFTEN = Set.of(EventType.EMAIL_OPENED, EventType.EMAIL_CLICKED);

    MessageBirdConversation(JsonNode json) {
        this(json, json.path("message"));
    }

    Reading read(EventBatch events) {
        String kind = JsonText.line(json.path("type"));
        String id = ProviderEventId.of(message.path("id"));
        if (id == null || kind == null || !kind.startsWith("message.")) {
            return new Reading.Nothing("unknown_event", "An event " + kind + " says nothing of a message");
        }
        EventType type = type();
        if (type == null) {
            String status = JsonText.line(message.path("status"));
            return new Reading.Nothing("unknown_status", "A status " + status + " says nothing of a message");
        }
        if (type == EventType.MESSAGE_INCOMING) {
            message(id, type, events).addReceivedTo(events, id);
        } else {
            String status = JsonText.line(message.path("status"));
            String again = OFTEN.contains(type) ? ":" + JsonText.line(message.path("updatedDatetime")) : "";
            message(id, type, events).addTo(events, type, ProviderEventId.usable(id + ":" + status + again));
        }
        return events.reading();
    }

    private boolean isReceived() {
        return message.path("direction").asText().equals("received");
    }

    /** Of a message to us, that we have read it is no news. */
    private EventType type() {
        EventType type = MessageBirdStatus.of(message.path("status"));
        return isReceived() && type != EventType.MESSAGE_DELETED ? EventType.MESSAGE_INCOMING : type;
    }

    private Message message(String id, EventType type, EventBatch events) {
        boolean received = isReceived() || type == EventType.MESSAGE_INCOMING;
        MessageBirdContent content = MessageBirdContent.of(message);
        String customer =
                PhoneNumbers.international(JsonText.line(json.path("contact").path("msisdn")));
        String from = end(message.path("from"));
        String to = end(message.path("to"));
        String changed = received ? "createdDatetime" : "updatedDatetime";
        return new MessageBuilder(id, events.connector().type(), received ? Message.INBOUND : Message.OUTBOUND)
                .channel(channel())
                .from(received && from == null ? customer : from)
                .to(!received && to == null ? customer : to)
                .type(content.type())
                .text(content.text())
                .subject(content.subject())
                .html(content.html())
                .media(content.media())
                .error(error(type))
                .contactName(contactName())
                .account(JsonText.line(message.path("channelId")))
                .timestamp(Times.of(
                        message.path(message.hasNonNull(changed) ? changed : "createdDatetime"), events.receivedAt()))
                .build();
    }

    private String end(JsonNode value) {
        return Ends.of(JsonText.line(value), channel());
    }

    private String channel() {
        String platform = JsonText.line(message.path("platform"));
        if (platform == null) {
            return null;
        }
        return switch (platform) {
            case "whatsapp_sandbox" -> "whatsapp";
            case "facebook" -> "messenger";
            default -> platform;
        };
    }

    private MessageError error(EventType type) {
        JsonNode own = message.path("error");
        JsonNode error = own.isObject() ? own : json.path("error");
        return MessageBirdStatus.error(type, error.path("code"), error.path("description"));
    }

    private String contactName() {
        JsonNode contact = json.path("contact");
        String shown = JsonText.line(contact.path("displayName"));
        return shown != null
                ? shown
                : JsonText.line(
                        Stream.of(JsonText.line(contact.path("firstName")), JsonText.line(contact.path("lastName")))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")));
    }
}
