package io.ticketwire.ingress.message;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * An attachment of a message, by url, by id, or both; what the provider does not say is null.
 *
 * @param url where it can be fetched; may need the provider's credentials and may expire
 * @param id the provider's
 * @param mime its media type
 * @param sha256 as the provider writes it
 * @param contentId what the html part refers to it by
 * @param size in bytes
 */
public record Media(
        String url,
        String id,
        String mime,
        String sha256,
        String filename,
        String contentId,
        @JsonInclude(Include.NON_NULL) Long size) {

    private static final int MAX_URL = 4_096;

    /** Of providers that say no size. */
    public Media(String url, String id, String mime, String sha256, String filename, String contentId) {
        this(url, id, mime, sha256, filename, contentId, null);
    }

    /** The URL itself, or null if it is too long: half an address is of no use. */
    public static String whole(String url) {
        return url == null || url.length() > MAX_URL ? null : url;
    }

    /** What a message is that has one of this media type, in the words of {@link Message#type}; null if that is not known. */
    public static String type(String mime) {
        if (mime == null) {
            return null;
        }
        String type = mime.toLowerCase(Locale.ROOT);
        for (String kind : List.of("image", "audio", "video")) {
            if (type.startsWith(kind + "/")) {
                return kind;
            }
        }
        return type.endsWith("vcard") ? "contacts" : "document";
    }
}
