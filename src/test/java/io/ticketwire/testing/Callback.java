package io.ticketwire.testing;

import java.time.Instant;

import io.vertx.core.MultiMap;

import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.IncomingRequest;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request of an external platform, as the ingress reads it. */
public final class Callback {

    public static final Instant RECEIVED_AT = Instant.parse("2026-07-02T12:00:00.000412Z");

    private final byte[] body;
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private String method = "POST";
    private String origin = "https://hooks.example.com";
    private String uri = "/api/webhooks/receive";
    private String mediaType = "application/json";
    private Instant receivedAt = RECEIVED_AT;

    private Callback(byte[] body) {
        this.body = body;
    }

    public static Callback of(String body) {
        return new Callback(body.getBytes(UTF_8));
    }

    public static Callback of(byte[] body) {
        return new Callback(body);
    }

    public Callback method(String value) {
        method = value;
        return this;
    }

    /** Adds a value; a header may have several. */
    public Callback header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public Callback origin(String value) {
        origin = value;
        return this;
    }

    public Callback uri(String value) {
        uri = value;
        return this;
    }

    public Callback mediaType(String value) {
        mediaType = value;
        return this;
    }

    public Callback receivedAt(Instant value) {
        receivedAt = value;
        return this;
    }

    public IncomingRequest get() {
        return new IncomingRequest(method, origin, uri, mediaType, headers, Content.of(body), receivedAt);
    }
}
