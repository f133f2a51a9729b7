package io.ticketwire.ingress.message.messagebird;

import java.util.HexFormat;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * MessageBird (https://developers.messagebird.com/api/): reports on SMS by GET, messages by GET, form or JSON, conversations
 * as JSON; signed as {@link MessageBirdSignature} says.
 */
public final class MessageBirdProvider implements Provider {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String TEXT = "text/plain";

    /** What reports are answered with: "HTTP 200 OK". */
    private static final Reply OK = Reply.text("OK");

    @Override
    public Set<String> types() {
        return Set.of("messagebird");
    }

    @Override
    public boolean reads(String mediaType) {
        return Provider.super.reads(mediaType) || mediaType.equals(FORM) || mediaType.equals(TEXT);
    }

    @Override
    public boolean isCalledBy(HttpMethod method) {
        return method == HttpMethod.POST || method == HttpMethod.GET;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return new MessageBirdSignature(request, connector, trail).verify();
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        EventBatch events = new EventBatch(request, connector);
        if (request.content().length() == 0) {
            String query = request.query() == null ? "" : request.query();
            // Without a body, the query is all there is to tell a repeat by.
            return readForm(query.getBytes(UTF_8), HexFormat.of().formatHex(Sha256.of(query)), events);
        }
        if (FORM.equals(request.mediaType())) {
            return readForm(request.body(), null, events);
        }
        Reading reading = JsonBody.readObject(request.body(), root -> read(root, events));
        // Genuine, and not said to be JSON: MessageBird would only send it again.
        boolean json = request.mediaType() != null && !request.mediaType().equals(TEXT);
        return reading instanceof Reading.Malformed malformed && !json
                ? new Reading.Nothing("unreadable", malformed.detail())
                : reading;
    }

    private static Reading read(JsonNode root, EventBatch events) {
        return root.has("type")
                ? new MessageBirdConversation(root).read(events)
                : new MessageBirdSms(root, null).read(events);
    }

    private static Reading readForm(byte[] form, String fallbackId, EventBatch events) {
        FormBody read = FormBody.of(form);
        if (!(read instanceof FormBody.Parsed parsed)) {
            return new Reading.Malformed(((FormBody.Unreadable) read).why());
        }
        ObjectNode fields = Json.mapper().createObjectNode();
        for (FormBody.Parameter parameter : parsed.parameters()) {
            if (parameter.name().replace("[]", "").equalsIgnoreCase(MessageBirdSms.MEDIA)) {
                fields.withArray("/" + MessageBirdSms.MEDIA).add(parameter.value());
            } else {
                fields.putIfAbsent(parameter.name(), fields.textNode(parameter.value()));
            }
        }
        return new MessageBirdSms(fields, fallbackId).read(events);
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return OK;
    }
}
