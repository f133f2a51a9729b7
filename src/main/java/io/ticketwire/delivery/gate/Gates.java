package io.ticketwire.delivery.gate;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

import io.ticketwire.endpoint.Endpoint;

/**
 * The gates of all endpoints that this process delivers to, and what they share: the requests that the process has under
 * way at a time.
 *
 * <p>Fair between endpoints: one may have at most as many requests under way as there are places left for others, and
 * endpoints that do not answer get half of the places together. So however many of them hang, others find room.
 *
 * <p>The deliveries of an endpoint have one key, so one process has them all, and what it knows is what there is to know,
 * but for the moments after a rebalance or a restart: then a rate limit, a pause or a circuit begins anew.
 */
@ApplicationScoped
public class Gates {

    private final Map<UUID, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final GateSettings settings;
    private final int maxInFlight;
    private final long maxBytes;

    Gates(GateSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.maxInFlight = settings.maxInFlight();
        this.maxBytes = settings.maxInFlightBytes().asLongValue();
        gauge(metrics, "ticketwire.delivery.gates", "Endpoints that something is known of", gate -> true);
        gauge(metrics, "ticketwire.delivery.circuits.open", "Endpoints that are left alone but for probes", Gate::open);
        gauge(
                metrics,
                "ticketwire.delivery.paused",
                "Endpoints whose receiver asked for a pause",
                gate -> gate.paused(Instant.now()));
    }

    private void gauge(MeterRegistry metrics, String name, String description, Predicate<Gate> which) {
        Gauge.builder(name, () -> gates.values().stream().filter(which).count())
                .description(description)
                .register(metrics);
    }

    /**
     * Lets a delivery pass, or says when it is to come again; never waits.
     *
     * @param size of its body in bytes
     */
    public Admission enter(Endpoint endpoint, int size, Instant now) {
        Gate gate = gates.compute(
                endpoint.id(),
                (id, known) ->
                        known == null || known.isOfAnother(endpoint) ? new Gate(endpoint, settings, now) : known);
        int total = inFlight.incrementAndGet();
        boolean fits = bytes.addAndGet(size) <= maxBytes || total == 1;
        Admission admission =
                gate.enter(endpoint, now, (own, slow) -> fits && hasRoom(own, slow, total, now), () -> release(size));
        if (admission instanceof Admission.Diverted) {
            release(size);
        }
        return admission;
    }

    private boolean hasRoom(int own, boolean slow, int total, Instant now) {
        boolean placeLeft = total <= maxInFlight && own <= maxInFlight - total;
        return placeLeft && (!slow || total <= maxInFlight / 2 || slowInFlight(now) < maxInFlight / 2);
    }

    private int slowInFlight(Instant now) {
        return gates.values().stream().mapToInt(gate -> gate.slowInFlight(now)).sum();
    }

    private void release(int size) {
        inFlight.decrementAndGet();
        bytes.addAndGet(-size);
    }

    /** The endpoint gets no deliveries for now; when it does again, nothing is held against it. */
    public void forget(UUID endpointId) {
        gates.remove(endpointId);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetIdle() {
        Instant now = Instant.now();
        gates.values().removeIf(gate -> gate.idle(now));
    }
}
