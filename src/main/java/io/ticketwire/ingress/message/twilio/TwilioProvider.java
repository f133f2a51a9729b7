package io.ticketwire.ingress.message.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.InboundType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.message.MessageFields;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Twilio's SMS, MMS, WhatsApp and RCS: callbacks as a form or in the query of a GET
 * (https://www.twilio.com/docs/messaging/guides/webhook-request), and event streams as JSON, an array of CloudEvents or
 * one alone (https://www.twilio.com/docs/events/event-types#messaging).
 */
public final class TwilioProvider implements Provider {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STATUS_OF_STREAM = "com.twilio.messaging.message.";
    private static final String RECEIVED_BY_STREAM = "com.twilio.messaging.inbound-message.received";
    private static final Reading.Nothing UNKNOWN =
            new Reading.Nothing("unknown_event", "It is about no message, or says nothing of it that is read");

    /** No instructions. What else stands in the answer to a message is sent to the customer. */
    private static final Reply NO_REPLY =
            new Reply(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

    @Override
    public Set<String> types() {
        return Set.of("twilio");
    }

    @Override
    public boolean reads(String mediaType) {
        return FORM.equals(mediaType) || Provider.super.reads(mediaType);
    }

    @Override
    public boolean isCalledBy(HttpMethod method) {
        return method == HttpMethod.GET || Provider.super.isCalledBy(method);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        Verification verification = TwilioSignature.verify(request, connector, trail);
        List<String> accounts = connector.credential("account_sid");
        if (!(verification instanceof Verification.Verified) || accounts.isEmpty()) {
            return verification;
        }
        return accounts.containsAll(accounts(request))
                ? trail.verified("account", () -> "It is the connector's")
                : trail.refuse("account", "account", () -> "AccountSid is not the connector's");
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        EventBatch events = new EventBatch(request, connector);
        if (isForm(request)) {
            FormBody body = form(request);
            return body instanceof FormBody.Parsed form
                    ? callback(MessageFields.of(form), events)
                    : new Reading.Malformed(((FormBody.Unreadable) body).why());
        }
        return JsonBody.read(request.body(), root -> stream(elements(root), events));
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        boolean message = reading instanceof Reading.Events read
                && read.events().stream().anyMatch(event -> event.type().equals(InboundType.MESSAGE_RECEIVED));
        return message ? NO_REPLY : Reply.EMPTY;
    }

    /** Whether it has parameters; JSON has none, and its hash in the URL. */
    static boolean isForm(IncomingRequest request) {
        String mediaType = request.mediaType();
        String query = request.query();
        return request.method().equals("GET")
                || (mediaType == null
                        ? query == null || !query.contains(TwilioSignature.HASH + "=")
                        : mediaType.equals(FORM));
    }

    private static FormBody form(IncomingRequest request) {
        String query = request.query() == null ? "" : request.query();
        return FormBody.of(request.method().equals("GET") ? query.getBytes(UTF_8) : request.body());
    }

    private static Reading callback(MessageFields fields, EventBatch events) {
        String status = fields.line("MessageStatus", "SmsStatus");
        return new TwilioMessage(fields, status, null, null).addTo(events) ? events.reading() : UNKNOWN;
    }

    private static Reading stream(Iterable<JsonNode> elements, EventBatch events) {
        Reading.Nothing beside = null;
        for (JsonNode element : elements) {
            String type = JsonText.line(element.path("type"));
            String status = status(type);
            TwilioMessage message = new TwilioMessage(
                    fields(element), status, JsonText.line(element.path("id")), JsonText.line(element.path("time")));
            if (status == null || !message.addTo(events)) {
                beside = new Reading.Nothing("unknown_event", "Events of the type " + type + " are not read");
            }
        }
        return beside == null && events.isEmpty() ? UNKNOWN : events.reading(beside);
    }

    /** Null if it is no event of a message. */
    private static String status(String type) {
        if (type == null || type.equals(RECEIVED_BY_STREAM)) {
            return type == null ? null : TwilioMessage.RECEIVED;
        }
        return type.startsWith(STATUS_OF_STREAM) ? type.substring(STATUS_OF_STREAM.length()) : null;
    }

    private static Iterable<JsonNode> elements(JsonNode root) {
        return root.isArray() ? root : List.of(root);
    }

    /** Named as in a form, but for their first letter. */
    private static MessageFields fields(JsonNode element) {
        return MessageFields.of(element.path("data"))
                .named(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    /** All accounts that the request names. */
    private static List<String> accounts(IncomingRequest request) {
        List<String> accounts = new ArrayList<>();
        if (isForm(request)) {
            if (form(request) instanceof FormBody.Parsed form) {
                form.parameters().stream()
                        .filter(parameter -> parameter.name().equals("AccountSid"))
                        .forEach(parameter -> accounts.add(parameter.value()));
            }
        } else if (JsonBody.of(request.body()) instanceof JsonBody.Parsed parsed) {
            elements(parsed.root())
                    .forEach(element -> accounts.add(fields(element).line("AccountSid")));
        }
        accounts.removeIf(Objects::isNull);
        return accounts;
    }
}
