package io.ticketwire.ingress.message.plivo;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.message.MessageFields;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Plivo's SMS, MMS and WhatsApp, as a form or in the query of a GET
 * (https://www.plivo.com/docs/messaging/api/message/handling-incoming and .../message-status-callbacks).
 */
public final class PlivoProvider implements Provider {

    @Override
    public Set<String> types() {
        return Set.of("plivo");
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType == null || mediaType.equals("application/x-www-form-urlencoded");
    }

    @Override
    public boolean isCalledBy(HttpMethod method) {
        return method == HttpMethod.GET || Provider.super.isCalledBy(method);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return PlivoSignature.verify(request, connector, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        String query = request.query() == null ? "" : request.query();
        FormBody body = FormBody.of(request.method().equals("GET") ? query.getBytes(UTF_8) : request.body());
        if (!(body instanceof FormBody.Parsed form)) {
            return new Reading.Malformed(((FormBody.Unreadable) body).why());
        }
        EventBatch events = new EventBatch(request, connector);
        return new PlivoMessage(MessageFields.of(form)).addTo(events)
                ? events.reading()
                : new Reading.Nothing("unknown_event", "It is about no message, or says nothing of it that is read");
    }

    /** What stands in the answer to a message would be run as Plivo XML. */
    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
