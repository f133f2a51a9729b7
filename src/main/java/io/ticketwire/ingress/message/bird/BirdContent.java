package io.ticketwire.ingress.message.bird;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.MediaLinks;
import io.ticketwire.ingress.message.PlaceText;
import io.ticketwire.text.JsonText;

/**
 * What the body of a message holds (docs.bird.com, "Channels API", "Receiving messages").
 *
 * @param type in the words of the contract; null if it is not given
 */
record BirdContent(String type, String text, String subject, String html, List<Media> media) {

    /** @param received what somebody wrote or pressed; in what we sent, buttons are what could be pressed */
    static BirdContent of(JsonNode body, boolean received) {
        String type = JsonText.line(body.path("type"));
        if (type == null) {
            return new BirdContent(null, null, null, null, List.of());
        }
        JsonNode content = body.path(type);
        return switch (type) {
            case "text" -> said(received && chosen(content) ? "button" : "text", content);
            case "html" -> mail(content);
            case "image" -> files("image", content, content.path("images"));
            case "file" -> files("document", content, content.path("files"));
            case "location" -> new BirdContent("location", place(content), null, null, List.of());
            default -> said(type, content);
        };
    }

    private static BirdContent said(String type, JsonNode content) {
        return new BirdContent(type, JsonText.text(content.path("text")), null, null, List.of());
    }

    /** Whether somebody pressed a button that says this text. */
    private static boolean chosen(JsonNode content) {
        return content.path("actions").path(0).path("type").asText().equals("postback");
    }

    private static BirdContent mail(JsonNode html) {
        return new BirdContent(
                "email",
                JsonText.text(html.path("text")),
                JsonText.line(html.path("metadata").path("subject")),
                JsonText.text(html.path("html")),
                List.of());
    }

    private static BirdContent files(String type, JsonNode content, JsonNode files) {
        List<Media> media = new ArrayList<>();
        for (JsonNode file : files) {
            media.addAll(MediaLinks.of(file.path("mediaUrl"), file.path("contentType"), file.path("filename")));
        }
        return new BirdContent(kind(media, type), JsonText.text(content.path("text")), null, null, media);
    }

    /** Sounds and films come as files; stickers come as images, too. */
    private static String kind(List<Media> files, String otherwise) {
        String mime = files.isEmpty() ? null : files.get(0).mime();
        if ("image/webp".equals(mime)) {
            return "sticker";
        }
        String type = otherwise.equals("document") ? Media.type(mime) : null;
        return type == null ? otherwise : type;
    }

    private static String place(JsonNode content) {
        JsonNode named = content.path("location");
        JsonNode coordinates = content.path("coordinates");
        return PlaceText.of(
                named.path("label"),
                named.path("address"),
                coordinates.path("latitude"),
                coordinates.path("longitude"));
    }
}
