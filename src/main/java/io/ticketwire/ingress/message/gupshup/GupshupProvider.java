package io.ticketwire.ingress.message.gupshup;

import java.util.List;
import java.util.Locale;
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
import io.ticketwire.ingress.chat.whatsapp.WhatsAppBatch;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.JsonText;

/**
 * Gupshup, which signs nothing: a subscription may have headers that it is sent with, one of which is the secret
 * (https://partner-docs.gupshup.io, set subscription, {@code meta.headers}). Its bodies are of version 2, its own
 * (https://docs.gupshup.io/docs/what-is-an-inbound-message), or of version 3, Meta's.
 */
public final class GupshupProvider implements Provider {

    private static final String PLATFORM = "gupshup";

    @Override
    public Set<String> types() {
        return Set.of(PLATFORM);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        String name = credentialHeader(connector);
        List<String> values = connector.credential("header_value").stream()
                .filter(value -> !value.isEmpty())
                .toList();
        return name == null || values.isEmpty()
                ? trail.refuse("no_secret", "header", () -> "The connector has no name or no value of it")
                : new TokenHeader(name).verify(request, values, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> read(root, new EventBatch(request, connector)));
    }

    @Override
    public String credentialHeader(Connector connector) {
        String name = connector.setting("header_name");
        return name == null || name.isBlank() ? null : name.strip().toLowerCase(Locale.ROOT);
    }

    /** Anything else than nothing counts as not received. */
    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }

    private static Reading read(JsonNode root, EventBatch events) {
        if (root.path("entry").isArray()) {
            return new WhatsAppBatch(events, PLATFORM).read(root);
        }
        String type = JsonText.line(root.path("type"));
        if ("user-event".equals(type)
                && root.path("payload").path("type").asText().equals("sandbox-start")) {
            // Comes when the URL is entered, to see whether somebody is there.
            return new Reading.Answered("sandbox_start", Reply.EMPTY);
        }
        boolean read =
                switch (type == null ? "" : type) {
                    case "message" -> new GupshupMessage(root, PLATFORM).addTo(events);
                    case "message-event" -> new GupshupStatus(root, PLATFORM).addTo(events);
                    default -> false;
                };
        String kind = JsonText.line(root.path("payload").path("type"));
        return read
                ? events.reading()
                : new Reading.Nothing(
                        "unknown_event", JsonText.line("A " + type + " of the type " + kind + " is not read"));
    }
}
