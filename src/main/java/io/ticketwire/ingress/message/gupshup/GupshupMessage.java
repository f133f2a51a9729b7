package io.ticketwire.ingress.message.gupshup;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.chat.whatsapp.WhatsAppContent;
import io.ticketwire.ingress.message.Location;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.MessageFields;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/** A message to us, of version 2. It does not say which of our numbers it was sent to. */
record GupshupMessage(JsonNode root, String platform) {

    /** False if it is none that can be read. */
    boolean addTo(EventBatch events) {
        String kind = JsonText.line(payload().path("type"));
        if (kind == null) {
            return false;
        }
        String id = ProviderEventId.of(payload().path("id"));
        Message message = message(id == null ? events.under(null).nextId() : id, type(kind), events);
        if (kind.equals("reaction")) {
            message.addTo(events, EventType.MESSAGE_REACTION, id);
        } else {
            message.addReceivedTo(events, id);
        }
        return true;
    }

    private Message message(String id, String type, EventBatch events) {
        MessageFields sender = MessageFields.of(payload().path("sender"));
        String source = JsonText.line(payload().path("source"));
        Media media = media();
        return new MessageBuilder(id, platform, Message.INBOUND)
                .providerMessageId(type.equals("reaction") ? reactedTo() : null)
                .channel("whatsapp")
                .from(PhoneNumbers.international(source == null ? sender.line("phone") : source))
                .type(type)
                .text(text(type))
                .media(media == null ? List.of() : List.of(media))
                .contactName(sender.line("name"))
                .account(JsonText.line(root.path("app")))
                .timestamp(Times.of(root.path("timestamp"), events.receivedAt()))
                .build();
    }

    private static String type(String kind) {
        return switch (kind) {
            case "file" -> "document";
            case "contact" -> "contacts";
            case "button_reply", "quick_reply" -> "button";
            default -> kind;
        };
    }

    private String text(String type) {
        MessageFields fields = MessageFields.of(content());
        return switch (type) {
            case "location" ->
                Location.text(
                        fields.line("name"), fields.line("address"), fields.line("latitude"), fields.line("longitude"));
            case "contacts" -> WhatsAppContent.cards(content().path("contacts"));
            case "reaction" -> fields.text("emoji");
            default -> fields.text("text", "caption", "title");
        };
    }

    /** Null if there is nothing to fetch. */
    private Media media() {
        MessageFields fields = MessageFields.of(content());
        String url = Media.whole(fields.text("url"));
        String id = fields.id("id");
        boolean none = url == null && (id == null || fields.line("contentType") == null);
        return none
                ? null
                : new Media(url, id, fields.line("contentType"), null, fields.line("name", "filename"), null);
    }

    private String reactedTo() {
        String gupshup = ProviderEventId.of(content().path("gsId"));
        return gupshup == null ? ProviderEventId.of(content().path("id")) : gupshup;
    }

    private JsonNode payload() {
        return root.path("payload");
    }

    private JsonNode content() {
        return payload().path("payload");
    }
}
