package io.ticketwire.delivery.gate;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** What the endpoints of a process share: its places, and the memory for bodies. */
final class Room {

    private final int places;
    private final long maxBytes;
    private final ToIntFunction<Instant> slowInFlight;
    private final AtomicLong bytes = new AtomicLong();

    Room(GateSettings settings, ToIntFunction<Instant> slowInFlight) {
        this.places = settings.maxInFlight();
        this.maxBytes = settings.maxInFlightBytes().asLongValue();
        this.slowInFlight = slowInFlight;
    }

    /** Requests of one endpoint at a time: half of the places. */
    int forOne() {
        return Math.max(1, places / 2);
    }

    /** Deliveries that may wait for one endpoint at a time. */
    int forWaiting() {
        return Math.max(1, places / 4);
    }

    /** Whether an endpoint that does not answer may have another request under way. */
    boolean forSlow(Instant now) {
        return slowInFlight.applyAsInt(now) < places / 2;
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
