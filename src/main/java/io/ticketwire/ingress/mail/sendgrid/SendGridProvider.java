package io.ticketwire.ingress.mail.sendgrid;

import java.util.List;
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
import io.ticketwire.text.JsonText;

/**
 * SendGrid's Event Webhook: what became of mails that were sent, as {@link SendGridEvent} tells it, many in one array
 * (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).
 */
public final class SendGridProvider implements Provider {

    static final String TYPE = "sendgrid";

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return SendGridSignature.verify(request, connector, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.read(request.body(), root -> read(root, new EventBatch(request, connector)));
    }

    private static Reading read(JsonNode root, EventBatch events) {
        Reading.Nothing beside = null;
        for (JsonNode element : root.isArray() ? root : List.of(root)) {
            if (!new SendGridEvent(element).addTo(events)) {
                String kind = JsonText.line(element.path("event"));
                beside = new Reading.Nothing("unknown_event", "An event " + kind + " says nothing of a mail");
            }
        }
        return events.isEmpty() && beside == null
                ? new Reading.Nothing("no_events", "The array is empty")
                : events.reading(beside);
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
