package io.ticketwire.ingress.receive;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Ids;
import io.ticketwire.ingress.ProviderEventId;

/** The object in {@code "data"}: what the event is about, itself or one level further in, and the ticket that it names. */
record ReceivedData(JsonNode root, UUID connectorId) {

    /** The object of this name in the data, or if there is none, the data itself. */
    JsonNode nested(String name) {
        return root.path(name).isObject() ? root.path(name) : root;
    }

    /**
     * The ticket that the data names by the sender's id; null if it names none.
     *
     * @param last where the id may stand besides
     */
    UUID ticketId(JsonNode last) {
        String externalId = externalId(last);
        return externalId == null ? null : Ids.ticket(connectorId, externalId);
    }

    /** The sender's id of that ticket; null if there is none that can be used. */
    String externalId(JsonNode last) {
        JsonNode ticket = root.path("ticket");
        return Stream.of(
                        root.path("ticket_id"),
                        root.path("external_id"),
                        ticket.path("ticket_id"),
                        ticket.path("external_id"),
                        ticket.path("id"),
                        last)
                .map(ProviderEventId::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
