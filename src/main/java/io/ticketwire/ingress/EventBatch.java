package io.ticketwire.ingress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.ticketwire.connector.Connector;

/**
 * The events of one request in the order in which they are added, each under the id that its sender gives it. What has no
 * id is known by the body and its place among those without one.
 */
public final class EventBatch {

    private final IncomingRequest request;
    private final Connector connector;
    private final EventIds byBody;
    private final List<InboundEvent> events = new ArrayList<>();
    private EventIds ids;
    private int index;
    private int byBodyIndex;

    public EventBatch(IncomingRequest request, Connector connector) {
        this.request = request;
        this.connector = connector;
        this.byBody = new EventIds(connector.id(), null, request.content());
        this.ids = byBody;
    }

    /** The connector that the request is for. */
    public Connector connector() {
        return connector;
    }

    /** When the request arrived. */
    public Instant receivedAt() {
        return request.receivedAt();
    }

    /**
     * What is added from here on is, or comes of, this event of the sender.
     *
     * @param providerId the sender's id of it; null if there is none that can be used
     */
    public EventBatch under(String providerId) {
        ids = providerId == null ? byBody : new EventIds(connector.id(), providerId, request.content());
        index = 0;
        return this;
    }

    /** What stands for the id of an event whose sender gives none, if it is the next that is added. */
    public String nextId() {
        return ids.id(next()).toString();
    }

    /** What the next event can be told by if nothing else tells it: the same for the same body. */
    public String nextPlace() {
        return "body:" + byBody.bodyHash() + ":" + next();
    }

    /**
     * Adds an event.
     *
     * @param time when it happened; null if the sender does not say
     */
    public void add(String type, String subject, Instant time, Object data) {
        events.add(new InboundEvent(
                ids.id(next()), ids.repeat(), type, subject, time == null ? receivedAt() : time, data));
        if (ids == byBody) {
            byBodyIndex++;
        } else {
            index++;
        }
    }

    private int next() {
        return ids == byBody ? byBodyIndex : index;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** All that was added; at least one. */
    public Reading reading() {
        return reading(null);
    }

    /**
     * All that was added, or if that is nothing, {@code beside}.
     *
     * @param beside what of the body is of no use; null if there is nothing such
     */
    public Reading reading(Reading.Nothing beside) {
        return reading(beside, Attachments.NONE);
    }

    /** As {@link #reading(Reading.Nothing)}, with what is attached. */
    public Reading reading(Reading.Nothing beside, Attachments attachments) {
        return events.isEmpty() && beside != null
                ? beside
                : new Reading.Events(List.copyOf(events), beside, attachments);
    }
}
