package io.ticketwire.ingress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.EventType;

/**
 * The events of one request, each under the id that its sender gives it; for senders that put several into one body. What
 * has no id is known by the body and its place among those without one.
 */
public final class EventBatch {

    private final IncomingRequest request;
    private final Connector connector;
    private final EventIds byBody;
    private final List<InboundEvent> events = new ArrayList<>();
    private int withoutId;

    public EventBatch(IncomingRequest request, Connector connector) {
        this.request = request;
        this.connector = connector;
        this.byBody = new EventIds(connector.id(), null, request.body());
    }

    /** When the request arrived. */
    public Instant receivedAt() {
        return request.receivedAt();
    }

    /** What stands for the id of an event whose sender gives none, if it is the next that is added. */
    public String nextId() {
        return byBody.id(withoutId).toString();
    }

    /**
     * Adds an event.
     *
     * @param providerId the sender's id of it; null if there is none that can be used
     * @param time when it happened; null if the sender does not say
     */
    public void add(EventType type, String providerId, String subject, Instant time, Object data) {
        EventIds ids = providerId == null ? byBody : new EventIds(connector.id(), providerId, request.body());
        int index = providerId == null ? withoutId++ : 0;
        events.add(new InboundEvent(
                ids.id(index), ids.repeat(), type.type(), subject, time == null ? receivedAt() : time, data));
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** All that was added, in order; at least one. */
    public Reading reading() {
        return new Reading.Events(List.copyOf(events));
    }
}
