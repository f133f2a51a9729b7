package io.ticketwire.delivery.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.ticketwire.endpoint.Endpoint;

/**
 * The gates of all endpoints that this process delivers to, and what they share: the deliveries that the process has under
 * way at a time.
 *
 * <p>Fair between endpoints: one gets half of the places at most. All that have not answered yet what is under way to them get
 * half together, but each may have one request. So however many of them hang, others find room. A delivery that can't pass is sent away, to come again; only where an
 * endpoint is fast and has its fill does it wait here, for a moment and within a bound: sending it away would cost more.
 *
 * <p>The deliveries of an endpoint have one key, so one process has them all, and what it knows is what there is to know,
 * but for the moments after a rebalance or a restart: then a rate limit, a pause or a circuit begins anew.
 */
@ApplicationScoped
public class Gates {

    private static final long EXPIRY_MS = 50;

    private final Map<UUID, Gate> gates = new ConcurrentHashMap<>();
    private final Room room;
    private final GateSettings settings;

    Gates(GateSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.room = new Room(settings);
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
     * Lets a delivery pass, or says when it is to come again; at once or within a moment. When it is through, whatever was
     * said, {@link #left} is to be called.
     *
     * @param size of its body in bytes
     */
    public Uni<Admission> enter(Endpoint endpoint, int size, Instant now) {
        return Uni.createFrom().emitter(emitter -> {
            room.enter(size);
            enter(new Visitor(endpoint, size, now, emitter), now).forEach(Runnable::run);
        });
    }

    /** A delivery with a body of this size is through. */
    public void left(int size) {
        room.leave(size);
    }

    /** When a delivery that can't be attempted before a time is to come again. */
    public Instant place(Endpoint endpoint, Instant until, Instant now) {
        return gate(endpoint, now).place(endpoint, until, now);
    }

    private List<Runnable> enter(Visitor visitor, Instant now) {
        return gate(visitor.endpoint(), now).enter(visitor, now).orElseGet(() -> enter(visitor, now));
    }

    private Gate gate(Endpoint endpoint, Instant now) {
        Gate known = gates.computeIfAbsent(endpoint.id(), id -> new Gate(endpoint, settings, room, now));
        if (!known.isOfAnother(endpoint)) {
            return known;
        }
        forget(endpoint.id());
        return gate(endpoint, now);
    }

    /** The endpoint gets no deliveries for now; when it does again, nothing is held against it. */
    public void forget(UUID endpointId) {
        Gate gate = gates.remove(endpointId);
        if (gate != null) {
            gate.close(Instant.now()).forEach(Runnable::run);
        }
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(EXPIRY_MS, ignored -> expire(Instant.now()));
    }

    /** Looks after those who wait, and after endpoints that have stopped answering. */
    void expire(Instant now) {
        gates.values().forEach(gate -> gate.expire(now).forEach(Runnable::run));
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetIdle() {
        Instant now = Instant.now();
        gates.values().removeIf(gate -> gate.closeIfIdle(now));
    }
}
