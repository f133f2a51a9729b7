package io.ticketwire.ingress.chat;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;

/**
 * What a person did in a chat tool, in the words of {@code interaction.*}.
 *
 * @param platform the connector's type
 * @param createdAt by the platform's clock; null if it does not say
 */
public record Interaction(
        String platform,
        @JsonUnwrapped Person person,
        @JsonUnwrapped Deed deed,
        @JsonUnwrapped Place place,
        Instant createdAt) {

    /**
     * Adds it to the events of a request; it is about the person, for whom order matters.
     *
     * @param providerId the platform's id of it; null if there is none
     */
    public void addTo(EventBatch events, EventType type, String providerId) {
        events.under(providerId).add(type.type(), person.user(), createdAt, Map.of("interaction", this));
    }
}
