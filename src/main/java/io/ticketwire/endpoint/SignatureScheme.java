package io.ticketwire.endpoint;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How outgoing requests are signed. */
public enum SignatureScheme {
    /** {@code X-Webhook-Signature: sha256=<hex HMAC-SHA256 of the body>}. */
    @JsonProperty("sha256")
    SHA256,
    /** The same without the prefix. */
    @JsonProperty("hex")
    HEX,
    /** Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}. */
    @JsonProperty("standard")
    STANDARD;

    /** The word in the database and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
