package io.ticketwire.delivery;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.SignatureScheme;
import io.ticketwire.endpoint.SigningKey;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The headers of an outgoing request, its signature among them: a pure function. */
final class DeliveryHeaders {

    private DeliveryHeaders() {}

    /**
     * The headers of the next attempt.
     *
     * @param userAgent {@code Ticketwire/<version>}
     */
    static Map<String, String> of(DeliveryTask task, Endpoint endpoint, Instant now, String userAgent) {
        Map<String, String> headers = new LinkedHashMap<>(endpoint.headers());
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", userAgent);
        headers.put("X-Webhook-Event", task.eventType());
        headers.put("X-Webhook-Delivery", task.id().toString());
        headers.put("X-Webhook-Timestamp", Long.toString(now.getEpochSecond()));
        headers.put("X-Webhook-Attempt", Integer.toString(task.attempt() + 1));
        if (task.sequence() > 0) {
            headers.put("X-Webhook-Sequence", Long.toString(task.sequence()));
        }
        headers.put("traceparent", task.traceparent());
        if (endpoint.secret() != null) {
            sign(headers, task, endpoint, now);
        }
        return headers;
    }

    private static void sign(Map<String, String> headers, DeliveryTask task, Endpoint endpoint, Instant now) {
        String previous = endpoint.overlappingSecret(now);
        if (endpoint.signature() == SignatureScheme.STANDARD) {
            String id = task.id().toString();
            String timestamp = Long.toString(now.getEpochSecond());
            String signature = standard(endpoint.secret(), id, timestamp, task.body());
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", timestamp);
            headers.put(
                    "webhook-signature",
                    previous == null ? signature : signature + " " + standard(previous, id, timestamp, task.body()));
            return;
        }
        headers.put("X-Webhook-Signature", hex(endpoint.signature(), endpoint.secret(), task.body()));
        if (previous != null) {
            headers.put("X-Webhook-Signature-Previous", hex(endpoint.signature(), previous, task.body()));
        }
    }

    /** Standard Webhooks, symmetric signatures: over {@code id.timestamp.body}. */
    static String standard(String secret, String id, String timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
        byte[] key = SigningKey.of(SignatureScheme.STANDARD, secret);
        return "v1," + Base64.getEncoder().encodeToString(Hmac.SHA256.of(key, head, body));
    }

    private static String hex(SignatureScheme scheme, String secret, byte[] body) {
        String hex = HexFormat.of().formatHex(Hmac.SHA256.of(SigningKey.of(scheme, secret), body));
        return scheme == SignatureScheme.SHA256 ? "sha256=" + hex : hex;
    }
}
