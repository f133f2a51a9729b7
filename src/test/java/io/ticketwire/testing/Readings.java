package io.ticketwire.testing;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.EventType;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.ReceivedMessage;
import io.ticketwire.event.TicketReference;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a provider read, as fixtures write it and as it may be published. */
final class Readings {

    private Readings() {}

    /** Fails for what could not be published: no event at all, or a value that its schema does not allow. */
    static void assertFit(Reading reading) {
        if (reading instanceof Reading.Events read) {
            assertFalse(read.events().isEmpty());
            read.events().forEach(Readings::assertFit);
        }
        if (reading instanceof Reading.Nothing nothing) {
            assertTrue(nothing.detail().length() < 400, nothing.detail());
        }
        assertFalse(json(reading).isEmpty());
    }

    private static void assertFit(InboundEvent event) {
        assertTrue(!event.subject().isEmpty() && event.subject().length() <= 255, event.subject());
        if (event.type().equals(InboundType.TICKET_OBSERVED)) {
            UUID.fromString(event.subject());
            return;
        }
        if (event.type().equals(InboundType.MESSAGE_RECEIVED)) {
            assertFit(event, (ReceivedMessage<?>) event.data());
            return;
        }
        ObjectNode value = Json.mapper().valueToTree(event.data());
        if (value.has("ticket")) {
            // The tracker says of the ticket what it knows.
            value.set("ticket", Json.mapper().valueToTree(unknown(UUID.fromString(event.subject()))));
        }
        Schemas.assertValid(event.type(), Json.bytes(value));
    }

    /** The tracker makes message.incoming of it, under the same key. */
    private static void assertFit(InboundEvent event, ReceivedMessage<?> received) {
        assertEquals(received.correspondence().key(), event.subject());
        byte[] value = Json.bytes(Map.of("message", received.message()));
        Schemas.assertValid(EventType.MESSAGE_INCOMING.type(), value);
    }

    private static TicketReference unknown(UUID id) {
        return new TicketReference(id, null, null, null, null, null, null, null, null, null, null);
    }

    /** A reading as the files write it. */
    static JsonNode json(Reading reading) {
        ObjectNode json = Json.mapper().createObjectNode();
        if (reading instanceof Reading.Events read) {
            ArrayNode events = json.putArray("events");
            read.events().forEach(event -> events.add(json(event)));
        } else if (reading instanceof Reading.Nothing nothing) {
            json.put("nothing", nothing.reason()).put("detail", nothing.detail());
        } else if (reading instanceof Reading.Answered answered) {
            json.put("answered", answered.reason())
                    .put("reply", answered.reply().text());
        } else if (reading instanceof Reading.Confirmation confirmation) {
            json.put("confirmation", confirmation.url().toString());
        } else if (reading instanceof Reading.Misdirected misdirected) {
            json.put("misdirected", misdirected.detail());
        } else if (reading instanceof Reading.Malformed malformed) {
            json.put("malformed", malformed.detail());
        }
        return json;
    }

    private static ObjectNode json(InboundEvent event) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("type", event.type());
        json.put("repeat", event.repeat().name());
        json.put("subject", event.subject());
        json.put("time", Json.time(event.time()));
        json.set("data", Json.tree(Json.text(event.data())));
        return json;
    }
}
