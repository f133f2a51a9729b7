package io.ticketwire.ingress.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;

/** A platform whose payloads can be told from all others, so that those sent to a connector of no certain platform find it. */
public interface TicketPlatform extends Provider {

    /**
     * Whether a payload is this platform's, by evidence that no other platform gives. Never throws.
     *
     * @param root any JSON
     * @param headers of the request; names are case-insensitive
     */
    boolean recognises(JsonNode root, MultiMap headers);

    @Override
    default Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.read(request.body(), root -> read(root, request, connector));
    }

    /**
     * Reads a payload that was parsed already. Never throws for what a sender sent.
     *
     * @param root of the request's body
     */
    Reading read(JsonNode root, IncomingRequest request, Connector connector);
}
