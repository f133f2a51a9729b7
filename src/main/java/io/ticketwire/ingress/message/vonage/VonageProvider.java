package io.ticketwire.ingress.message.vonage;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;

/**
 * Vonage's Messages API (https://developer.vonage.com/en/api/messages#webhooks): messages to us, which have a
 * {@code message_type}, and what became of ours, which has a {@code status}; signed as {@link VonageToken} says.
 */
public final class VonageProvider implements Provider {

    @Override
    public Set<String> types() {
        return Set.of("vonage");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return new VonageToken(request, connector, trail).verify();
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> read(root, new EventBatch(request, connector)));
    }

    private static Reading read(JsonNode root, EventBatch events) {
        if (root.has("message_type")) {
            return new VonageMessage(root).read(events);
        }
        return root.has("status")
                ? new VonageStatus(root).read(events)
                : new Reading.Nothing("unknown_event", "It is no message and no status: message_type, status");
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
