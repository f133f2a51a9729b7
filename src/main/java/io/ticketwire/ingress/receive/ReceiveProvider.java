package io.ticketwire.ingress.receive;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;

/**
 * {@code {"event":"ticket.create","data":{...}}}, signed as {@code X-Webhook-Signature: <hex>} with or without the prefix
 * {@code sha256=}. The sender may name its event by {@code "id"} beside {@code "event"}, or by a header.
 */
public final class ReceiveProvider implements Provider {

    private static final SignatureHeader SIGNATURE =
            new SignatureHeader("x-webhook-signature", "sha256=", false, Digest.HMAC_SHA256, Encoding.HEX);

    @Override
    public Set<String> types() {
        return Set.of("receive");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.webhookSecrets();
        return secrets.isEmpty() ? trail.unsigned() : SIGNATURE.verify(request, secrets, trail, "body", request.body());
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.read(request.body(), root -> read(root, request, connector));
    }

    private static Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        if (!root.isObject()) {
            return new Reading.Malformed("The body must be an object: {\"event\":\"...\",\"data\":{...}}");
        }
        if (!root.path("event").isTextual()) {
            return new Reading.Nothing("no_event", "There is no text in \"event\"");
        }
        if (!root.path("data").isObject()) {
            return new Reading.Nothing("no_data", "There is no object in \"data\"");
        }
        return new ReceivedEvent(root.path("data"), providerId(root, request), request, connector)
                .read(root.path("event").textValue());
    }

    private static String providerId(JsonNode root, IncomingRequest request) {
        String id = ProviderEventId.of(root.path("id"));
        return id != null ? id : ProviderEventId.ofHeaders(request);
    }
}
