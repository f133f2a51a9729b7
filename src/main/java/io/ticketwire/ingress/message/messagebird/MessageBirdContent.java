package io.ticketwire.ingress.message.messagebird;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.MediaLinks;
import io.ticketwire.ingress.message.PlaceText;
import io.ticketwire.text.JsonText;

/**
 * What a message of a conversation holds, by its type ({@code MessageContent} of MessageBird's SDKs).
 *
 * @param type in the words of the contract; null if it is not given
 */
record MessageBirdContent(String type, String text, String subject, String html, List<Media> media) {

    static MessageBirdContent of(JsonNode message) {
        String type = JsonText.line(message.path("type"));
        JsonNode content = message.path("content");
        if (type == null) {
            return said(null, content.path("text"));
        }
        return switch (type) {
            case "image", "video", "audio" -> media(type, content.path(type));
            case "file" -> media("document", content.path("file"));
            case "whatsappSticker" -> media("sticker", content.path("whatsappSticker"));
            case "location" -> place(content.path("location"));
            case "interactive" -> reply(content.path("interactive"));
            case "hsm" -> said("template", content.path("text"));
            case "whatsappText" ->
                said("text", content.path("whatsappText").path("text").path("body"));
            case "whatsappOrder" -> said("order", content.path("whatsappOrder").path("text"));
            case "email" -> mail(content.path("email"));
            default -> said(type, content.path("text"));
        };
    }

    private static MessageBirdContent said(String type, JsonNode text) {
        return new MessageBirdContent(type, JsonText.text(text), null, null, List.of());
    }

    private static MessageBirdContent media(String type, JsonNode content) {
        JsonNode url = content.has("url") ? content.path("url") : content.path("link");
        return new MessageBirdContent(
                type,
                JsonText.text(content.path("caption")),
                null,
                null,
                MediaLinks.of(url, content.path("mimeType"), content.path("filename")));
    }

    private static MessageBirdContent place(JsonNode location) {
        String place = PlaceText.of(
                location.path("name"), location.path("address"), location.path("latitude"), location.path("longitude"));
        return new MessageBirdContent("location", place, null, null, List.of());
    }

    /** What somebody chose: of a list or of buttons. */
    private static MessageBirdContent reply(JsonNode interactive) {
        String kind = interactive.path("type").asText();
        return switch (kind) {
            case "list_reply" -> said("list_reply", interactive.path("reply").path("text"));
            case "button_reply" -> said("button", interactive.path("reply").path("text"));
            default -> said("interactive", interactive.path("body").path("text"));
        };
    }

    private static MessageBirdContent mail(JsonNode mail) {
        return new MessageBirdContent(
                "email",
                JsonText.text(mail.path("content").path("text")),
                JsonText.line(mail.path("subject")),
                JsonText.text(mail.path("content").path("html")),
                List.of());
    }
}
