package io.ticketwire.ingress.message;

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

    /** Of providers that say no size. */
    public Media(String url, String id, String mime, String sha256, String filename, String contentId) {
        this(url, id, mime, sha256, filename, contentId, null);
    }
}
