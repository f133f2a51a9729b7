package io.ticketwire.delivery.gate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the endpoints of a process share: its places, and the memory for bodies. */
final class Room {

    private final int places;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();

    Room(GateSettings settings) {
        this.places = settings.maxInFlight();
        this.maxBytes = settings.maxInFlightBytes().asLongValue();
    }

    /** Requests of one endpoint at a time: half of the places. */
    int forOne() {
        return Math.max(1, places / 2);
    }

    /** Deliveries that may wait for one endpoint at a time. */
    int forWaiting() {
        return Math.max(1, places / 4);
    }

    /** Whether an endpoint that does not answer, and has a request under way, may have another one. */
    boolean forUnanswered() {
        return unanswered.get() < places / 2;
    }

    /** More, or fewer, requests are under way to endpoints that do not answer. */
    void unanswered(int change) {
        unanswered.addAndGet(change);
    }

    /** Whether the bodies of all deliveries that have come fit; one alone always does. */
    boolean forBodies(int size) {
        long all = bytes.get();
        return all <= maxBytes || all == size;
    }

    void enter(int size) {
        bytes.addAndGet(size);
    }

    void leave(int size) {
        bytes.addAndGet(-size);
    }
}
