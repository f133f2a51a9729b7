package io.ticketwire.fanout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Envelope;
import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;

/**
 * An event that an endpoint wants.
 *
 * @param deliver whether it is to be delivered; a disabled endpoint's delivery is kept as skipped, so that it can be
 *     recovered
 * @param body the envelope; shared by all matches of an event
 */
record Match(UUID deliveryId, Event event, UUID endpointId, boolean deliver, byte[] body) {

    /** Who wants this event. */
    static List<Match> of(Event event, Collection<Endpoint> endpoints) {
        List<Endpoint> interested = endpoints.stream()
                .filter(endpoint -> endpoint.subscription().wantsType(event.type()))
                .toList();
        if (interested.isEmpty()) {
            return List.of();
        }
        boolean filtered =
                interested.stream().anyMatch(endpoint -> endpoint.subscription().hasFilter());
        JsonNode data = filtered ? Json.read(event.data(), JsonNode.class) : null;
        byte[] body = Envelope.of(event.id(), event.type(), event.time(), event.data());
        List<Match> matches = new ArrayList<>(interested.size());
        for (Endpoint endpoint : interested) {
            if (endpoint.subscription().passes(data)) {
                UUID id = Ids.delivery(event.id(), endpoint.id());
                matches.add(new Match(id, event, endpoint.id(), endpoint.enabled(), body));
            }
        }
        return matches;
    }

    /**
     * What is to be delivered.
     *
     * @param again whether its row was there before: then its record may be, too
     */
    DeliveryTask task(long sequence, boolean again, Instant now) {
        return new DeliveryTask(
                deliveryId,
                endpointId,
                event.id(),
                event.type(),
                event.subject(),
                sequence,
                0,
                0,
                null,
                again,
                now,
                event.traceparent(),
                body);
    }
}
