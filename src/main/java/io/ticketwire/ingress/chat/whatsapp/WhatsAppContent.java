package io.ticketwire.ingress.chat.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.Location;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.text.JsonText;

/**
 * What a message holds.
 *
 * @param text the text, the caption, the emoji, or what a person would write of a place or of business cards; may be null
 * @param media null if there is none
 */
public record WhatsAppContent(String text, Media media) {

    /** @param content the object that is named as the message's type */
    static WhatsAppContent of(JsonNode content, String type) {
        return switch (type) {
            case "text" -> said(JsonText.text(content.path("body")));
            case "image", "video", "audio", "document", "sticker" ->
                new WhatsAppContent(JsonText.text(content.path("caption")), media(content));
            case "reaction" -> said(JsonText.text(content.path("emoji")));
            case "location" -> said(place(content));
            case "contacts" -> said(cards(content));
            case "button", "order" -> said(JsonText.text(content.path("text")));
            case "interactive" -> said(interactive(content));
            default -> said(null);
        };
    }

    private static WhatsAppContent said(String text) {
        return new WhatsAppContent(text, null);
    }

    private static Media media(JsonNode content) {
        return new Media(
                Media.whole(JsonText.text(content.path("url"))),
                JsonText.line(content.path("id")),
                JsonText.line(content.path("mime_type")),
                JsonText.line(content.path("sha256")),
                JsonText.line(content.path("filename")),
                null);
    }

    private static String place(JsonNode location) {
        JsonNode latitude = location.path("latitude");
        JsonNode longitude = location.path("longitude");
        return Location.text(
                JsonText.line(location.path("name")),
                JsonText.line(location.path("address")),
                latitude.isNumber() ? JsonText.line(latitude) : null,
                longitude.isNumber() ? JsonText.line(longitude) : null);
    }

    /** Business cards, as a person would write them, one on each line; null if there are none. */
    public static String cards(JsonNode contacts) {
        List<String> cards = new ArrayList<>();
        for (JsonNode contact : contacts) {
            List<String> card = new ArrayList<>();
            card.add(JsonText.line(contact.path("name").path("formatted_name")));
            contact.path("phones").forEach(phone -> card.add(JsonText.line(phone.path("phone"))));
            contact.path("emails").forEach(email -> card.add(JsonText.line(email.path("email"))));
            cards.add(card.stream().filter(Objects::nonNull).collect(Collectors.joining(", ")));
        }
        return JsonText.text(String.join("\n", cards));
    }

    /** The answer to a form, or what a button says that nobody can be named for. */
    private static String interactive(JsonNode interactive) {
        String kind = interactive.path("type").asText();
        String title = JsonText.text(interactive.path(kind).path("title"));
        return title == null ? JsonText.text(interactive.path(kind).path("body")) : title;
    }
}
