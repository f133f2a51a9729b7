package io.ticketwire.ingress;

import java.util.UUID;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Repeat;

/** The ids of the events of one request: by the sender's id if it gives one, else by the body. */
public final class EventIds {

    private final UUID connectorId;
    private final String providerId;
    private final Content body;
    private BodyIds bodyIds;

    /** @param providerId null if the sender gives none */
    public EventIds(UUID connectorId, String providerId, Content body) {
        this.connectorId = connectorId;
        this.providerId = providerId;
        this.body = body;
    }

    /** The id of the n-th event. */
    public UUID id(int index) {
        if (providerId == null) {
            return ofBody().id(index);
        }
        UUID first = Ids.event(connectorId, providerId);
        return index == 0 ? first : Ids.of(first, Integer.toString(index));
    }

    /** By what a repeat of them is recognised. */
    public Repeat repeat() {
        return providerId == null ? Repeat.BY_BODY : Repeat.BY_EVENT_ID;
    }

    /** Stands for the body where there is nothing else to tell things apart. */
    public String bodyHash() {
        return ofBody().hash();
    }

    private BodyIds ofBody() {
        if (bodyIds == null) {
            bodyIds = new BodyIds(connectorId, body);
        }
        return bodyIds;
    }
}
