package io.ticketwire.delivery;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.endpoint.Endpoint;

/** Bounds how many deliveries to one endpoint are under way in this process. An idle endpoint costs nothing. */
@ApplicationScoped
public class EndpointPermits {

    private final Map<UUID, Integer> inFlight = new ConcurrentHashMap<>();

    /** Takes a permit if there is one; never waits. */
    boolean tryAcquire(Endpoint endpoint) {
        boolean[] acquired = new boolean[1];
        inFlight.compute(endpoint.id(), (id, count) -> {
            int now = count == null ? 0 : count;
            acquired[0] = now < endpoint.maxInFlight();
            return acquired[0] ? Integer.valueOf(now + 1) : count;
        });
        return acquired[0];
    }

    /** Gives a permit back. */
    void release(UUID endpointId) {
        inFlight.computeIfPresent(endpointId, (id, count) -> count == 1 ? null : count - 1);
    }
}
