package io.ticketwire.ingress.message;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.JsonText;

/** Attachments of providers that say no more than where they can be fetched. */
public final class MediaLinks {

    private MediaLinks() {}

    /** The attachment at this address; none if there is none, or one so long that only half of it could be kept. */
    public static List<Media> of(JsonNode url, JsonNode mime, JsonNode filename) {
        String address = Media.whole(JsonText.text(url));
        return address == null
                ? List.of()
                : List.of(new Media(address, null, JsonText.line(mime), null, JsonText.line(filename), null));
    }
}
