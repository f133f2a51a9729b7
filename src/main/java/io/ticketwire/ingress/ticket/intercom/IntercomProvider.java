package io.ticketwire.ingress.ticket.intercom;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketPlatform;
import io.ticketwire.ingress.ticket.TicketReading;

/**
 * Intercom's conversations and tickets, signed as {@code X-Hub-Signature: sha1=<hex>} with the app's client secret. See
 * developers.intercom.com, "Webhook notifications" and "Webhook topics".
 */
public final class IntercomProvider implements TicketPlatform {

    private static final SignatureHeader SIGNATURE =
            new SignatureHeader("x-hub-signature", "sha1=", true, Digest.HMAC_SHA1, Encoding.HEX);
    private static final Set<String> ITEMS = Set.of("conversation", "ticket");
    private static final Set<String> EVIDENCE = Set.of("conversation_parts", "ticket_parts", "ticket_attributes");

    @Override
    public Set<String> types() {
        return Set.of("intercom");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = Stream.concat(
                        connector.webhookSecrets().stream(), connector.credential("client_secret").stream())
                .distinct()
                .toList();
        return secrets.isEmpty() ? trail.unsigned() : SIGNATURE.verify(request, secrets, trail, "body", request.body());
    }

    @Override
    public boolean recognises(JsonNode root, MultiMap headers) {
        String type = root.path("type").asText();
        return type.equals("notification_event")
                        && root.path("data").path("item").isObject()
                || ITEMS.contains(type) && EVIDENCE.stream().anyMatch(root::has);
    }

    @Override
    public Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        if (!root.isObject()) {
            return new Reading.Malformed("The body must be an object: a notification of Intercom");
        }
        if (root.path("topic").asText().equals("ping")) {
            return new Reading.Answered("ping", Reply.received(connector.name()));
        }
        IntercomItem item = IntercomItem.of(root, connector, request.receivedAt());
        if (item == null) {
            return new Reading.Nothing(
                    "not_about_a_ticket", "The topic is neither a conversation's nor a ticket's, or there is no item");
        }
        TicketReading ticket = item.read();
        if (ticket.externalId() == null) {
            return new Reading.Nothing("no_ticket_id", "The item does not give its id");
        }
        return tell(item, ticket, new TicketEvents(item.notificationId(), request, connector));
    }

    private static Reading tell(IntercomItem item, TicketReading ticket, TicketEvents events) {
        events.observed(ticket);
        Rating rating = IntercomParts.rating(item, ticket.customerEmail());
        if (rating != null) {
            events.rated(ticket.externalId(), rating);
        }
        for (Comment comment : IntercomParts.added(item)) {
            // A reply that also closes or assigns comes under several topics: its own id makes them one event.
            if (comment.id() != null) {
                events.under("part:" + comment.id());
            }
            events.said(ticket.externalId(), comment);
        }
        return events.reading();
    }
}
