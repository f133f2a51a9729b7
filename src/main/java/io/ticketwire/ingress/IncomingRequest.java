package io.ticketwire.ingress;

import java.time.Instant;
import java.util.List;

import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;

/**
 * A callback as it was received.
 *
 * @param origin scheme, host and port by which senders reach us, e.g. {@code https://hooks.example.com}
 * @param uri path and raw query, untouched
 * @param mediaType in lower case without parameters; null if the sender gave none
 * @param headers names are case-insensitive
 * @param content the bytes that signatures are made of
 */
public record IncomingRequest(
        String method,
        String origin,
        String uri,
        String mediaType,
        MultiMap headers,
        Content content,
        Instant receivedAt) {

    /** The body of a sender that sends none that are larger than memory takes. */
    public byte[] body() {
        return content.bytes();
    }

    /** All values of a header. */
    public List<String> headers(String name) {
        return headers.getAll(name);
    }

    /** The value of a header that was sent exactly once, else null. */
    public String header(String name) {
        List<String> values = headers.getAll(name);
        return values.size() == 1 ? values.get(0) : null;
    }

    /** The raw query without its question mark; null if there is none. */
    public String query() {
        int from = uri.indexOf('?');
        return from < 0 ? null : uri.substring(from + 1);
    }

    /**
     * The URL as the sender called it, for schemes that sign it: the connector's public URL, or without one what we know
     * of ourselves, with the raw query as it was received.
     */
    public String url(Connector connector) {
        String typed = connector.publicUrl();
        String query = query();
        String base = typed == null ? origin + beforeQuery(uri) : beforeQuery(typed);
        return query == null ? base : base + "?" + query;
    }

    private static String beforeQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
