package io.ticketwire.ingress.message.vonage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.MediaLinks;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.PlaceText;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * A message to us; what it holds stands under the name of its {@code message_type}. An MMS of several attachments has a list of
 * them, {@code content}, each with a {@code type} of its own.
 */
record VonageMessage(JsonNode json) {

    private static final int MAX_MEDIA = 32;

    Reading read(EventBatch events) {
        String given = ProviderEventId.of(json.path("message_uuid"));
        String id = given == null ? events.under(null).nextId() : given;
        String kind = json.path("message_type").asText();
        VonageChannel channel = VonageChannel.of(json);
        Message message = new MessageBuilder(id, events.connector().type(), Message.INBOUND)
                .providerMessageId(kind.equals("reaction") ? JsonText.line(reactedTo()) : null)
                .channel(channel.name())
                .from(channel.customer(json.path("from"), json.path("whatsapp").path("sender")))
                .to(channel.business(json.path("to")))
                .type(type(kind))
                .text(text(kind))
                .media(media(kind))
                .contactName(JsonText.line(json.path("profile").path("name")))
                .timestamp(Times.of(json.path("timestamp"), events.receivedAt()))
                .build();
        if (kind.equals("reaction")) {
            message.addTo(events, EventType.MESSAGE_REACTION, given);
        } else {
            message.addReceivedTo(events, given);
        }
        return events.reading();
    }

    private JsonNode reactedTo() {
        return json.path("context").path("message_uuid");
    }

    private String type(String kind) {
        return switch (kind) {
            // Of a list, what was chosen has a description.
            case "reply" -> json.path("reply").has("description") ? "list_reply" : "button";
            // The first stands for all of them.
            case "content" ->
                attachments().stream()
                        .findFirst()
                        .map(first -> word(first.path("type")))
                        .orElse(kind);
            default -> word(json.path("message_type"));
        };
    }

    private static String word(JsonNode kind) {
        return switch (kind.asText()) {
            case "file" -> "document";
            case "vcard", "contact" -> "contacts";
            default -> JsonText.line(kind);
        };
    }

    private String text(String kind) {
        JsonNode content = json.path(kind);
        return switch (kind) {
            case "text" -> JsonText.text(content);
            case "image", "video", "audio", "file" -> JsonText.text(content.path("caption"));
            case "reply" -> JsonText.text(content.path("title"));
            case "button", "order" -> JsonText.text(content.path("text"));
            case "reaction" -> JsonText.text(content.path("emoji"));
            case "location" ->
                PlaceText.of(
                        content.path("name"),
                        content.path("address"),
                        content.path(content.has("lat") ? "lat" : "latitude"),
                        content.path(content.has("long") ? "long" : "longitude"));
            case "content" -> captions();
            default -> JsonText.text(json.path("text"));
        };
    }

    private String captions() {
        return JsonText.text(attachments().stream()
                .map(attachment -> JsonText.text(attachment.path("caption")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
    }

    private List<Media> media(String kind) {
        return switch (kind) {
            case "image", "video", "audio", "file", "sticker", "vcard" -> media(json.path(kind));
            case "content" ->
                attachments().stream()
                        .flatMap(attachment -> media(attachment).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<Media> media(JsonNode attachment) {
        return MediaLinks.of(attachment.path("url"), attachment.path("mime_type"), attachment.path("name"));
    }

    /** Those of an MMS that has several. */
    private List<JsonNode> attachments() {
        List<JsonNode> attachments = new ArrayList<>();
        for (JsonNode attachment : json.path("content")) {
            if (attachment.isObject() && attachments.size() < MAX_MEDIA) {
                attachments.add(attachment);
            }
        }
        return attachments;
    }
}
