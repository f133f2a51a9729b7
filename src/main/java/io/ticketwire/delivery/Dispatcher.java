package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import io.ticketwire.delivery.gate.Admission;
import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.delivery.gate.Gates;
import io.ticketwire.delivery.gate.Pass;
import io.ticketwire.delivery.turn.Lanes;
import io.ticketwire.delivery.turn.Overtaking;
import io.ticketwire.delivery.turn.Turn;
import io.ticketwire.delivery.turn.UnderWay;
import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;

/**
 * What becomes of a delivery when its turn comes:
 *
 * <pre>
 *   not due yet -----------------------------------------------> its tier
 *   endpoint gone or disabled ---------------------------------> skipped
 *   another record of it is under way -------------------------> a tier, attempt not counted
 *   its endpoint's gate is shut -------------------------------> a tier, attempt not counted
 *   ordered endpoint, an earlier delivery is not over ---------> a tier, attempt not counted
 *   overtaken by a later attempt ------------------------------> nothing
 *   else: attempt --delivered----------------------------------> done
 *                 --failed, policy has another delay-----------> its tier
 *                 --failed for good----------------------------> dead
 * </pre>
 *
 * It completes when the outcome is durable: the attempt and the record that carries the delivery on are on the broker. A
 * crash before that makes the attempt again. Nothing waits in here for long: a moment for a permit of an endpoint that is fast,
 * and, within its endpoint's permits, for the delivery before it in its lane.
 */
@ApplicationScoped
public class Dispatcher {

    /** Better come again than be in the way of others. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Endpoints endpoints;
    private final Gates gates;
    private final UnderWay underWay;
    private final Lanes lanes;
    private final Overtaking overtaking;
    private final Courier courier;
    private final Conclusions conclusions;
    private final Duration diversion;
    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();

    Dispatcher(
            Endpoints endpoints,
            Gates gates,
            GateSettings settings,
            UnderWay underWay,
            Lanes lanes,
            Overtaking overtaking,
            Courier courier,
            Conclusions conclusions,
            MeterRegistry metrics) {
        this.endpoints = endpoints;
        this.gates = gates;
        this.diversion = settings.diversion();
        this.underWay = underWay;
        this.lanes = lanes;
        this.overtaking = overtaking;
        this.courier = courier;
        this.conclusions = conclusions;
        this.metrics = metrics;
        Gauge.builder("ticketwire.deliveries.in.flight", inFlight, AtomicInteger::get)
                .description("Deliveries whose attempt is under way or whose outcome is not durable yet")
                .register(metrics);
    }

    /** Deals with a delivery; completes when its record may be acknowledged. */
    Uni<Void> dispatch(DeliveryTask task) {
        return Uni.createFrom().deferred(() -> {
            inFlight.incrementAndGet();
            return Uni.createFrom().deferred(() -> decide(task)).onTermination().invoke(inFlight::decrementAndGet);
        });
    }

    /** Puts a delivery among the dead without a try. */
    Uni<Void> giveUp(DeliveryTask task) {
        return conclusions.conclude(
                task, Attempt.untried(task, Attempt.Outcome.FAILED, Attempt.OWN_DEFECT + ": see the log"));
    }

    private Uni<Void> decide(DeliveryTask task) {
        Instant now = Instant.now();
        if (task.notBefore().isAfter(now)) {
            return conclusions.postpone(task);
        }
        Optional<Endpoint> known = endpoints.find(task.endpointId());
        return known.isPresent() ? decide(task, known.get(), now) : decideAnew(task);
    }

    /**
     * What this process knows of an endpoint may be behind: another process has just created it, or enabled it and had the
     * delivery sent again. The database knows. If it does not say, the delivery comes again.
     */
    private Uni<Void> decideAnew(DeliveryTask task) {
        return endpoints
                .refresh(task.endpointId())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .chain(known -> known ? decideForGood(task) : divert(task, "unknown_endpoint"));
    }

    private Uni<Void> decideForGood(DeliveryTask task) {
        return endpoints
                .find(task.endpointId())
                .map(endpoint -> endpoint.enabled()
                        ? decide(task, endpoint, Instant.now())
                        : skip(task, "endpoint_disabled: the endpoint is disabled"))
                .orElseGet(() -> skip(task, "endpoint_deleted: the endpoint was deleted"));
    }

    private Uni<Void> decide(DeliveryTask task, Endpoint endpoint, Instant now) {
        if (!endpoint.enabled()) {
            gates.forget(endpoint.id());
            return task.requestedAt() != null
                    ? decideAnew(task)
                    : skip(task, "endpoint_disabled: the endpoint is disabled");
        }
        if (!underWay.begin(task.id())) {
            return divert(task, "under_way");
        }
        return Uni.createFrom()
                .deferred(() -> enterGate(task, endpoint, now))
                .onTermination()
                .invoke(() -> underWay.end(task.id()));
    }

    private Uni<Void> skip(DeliveryTask task, String why) {
        return conclusions.conclude(task, Attempt.untried(task, Attempt.Outcome.SKIPPED, why));
    }

    private Uni<Void> divert(DeliveryTask task, String reason) {
        return conclusions.divert(task, Instant.now().plus(diversion), reason);
    }

    private Uni<Void> enterGate(DeliveryTask task, Endpoint endpoint, Instant now) {
        int size = task.body().length;
        return gates.enter(endpoint, size, now)
                .chain(admission -> admission instanceof Admission.Diverted diverted
                        ? conclusions.divert(
                                task, diverted.until(), diverted.reason().word())
                        : pass(task, endpoint, (Pass) admission))
                .onTermination()
                .invoke(() -> gates.left(size));
    }

    private Uni<Void> pass(DeliveryTask task, Endpoint endpoint, Pass pass) {
        Uni<Void> passed = endpoint.ordered()
                ? enterLane(task, endpoint, pass)
                : attempt(task, endpoint, pass).replaceWithVoid();
        return passed.onTermination().invoke(pass::unused);
    }

    private Uni<Void> enterLane(DeliveryTask task, Endpoint endpoint, Pass pass) {
        return lanes.enter(task, Math.max(1, endpoint.maxInFlight() / 2)).chain(turn -> {
            if (turn instanceof Turn.Parked parked) {
                pass.unused();
                return conclusions.divert(task, gates.place(endpoint, parked.until(), Instant.now()), "lane");
            }
            return attempt(task, endpoint, pass)
                    .invoke(attempt -> lanes.leave(
                            task, attempt.map(Attempt::nextAttemptAt).orElse(null)))
                    .onFailure()
                    .invoke(() -> lanes.leave(task, null))
                    .replaceWithVoid();
        });
    }

    /** Gives the attempt, its outcome durable; empty if there was none to be made. */
    private Uni<Optional<Attempt>> attempt(DeliveryTask task, Endpoint endpoint, Pass pass) {
        return overtaking.current(task).chain(current -> {
            if (current.isEmpty()) {
                metrics.counter("ticketwire.deliveries.superseded").increment();
                return Uni.createFrom().item(Optional.empty());
            }
            return courier.attempt(current.get(), endpoint, new RetryPolicy(endpoint.retryPolicy()))
                    .invoke(tried -> tell(pass, tried))
                    .chain(tried -> conclusions
                            .conclude(current.get(), tried.attempt())
                            .replaceWith(Optional.of(tried.attempt())));
        });
    }

    private static void tell(Pass pass, Tried tried) {
        Attempt attempt = tried.attempt();
        Instant now = Instant.now();
        if (attempt.outcome() == Attempt.Outcome.DELIVERED) {
            pass.succeeded(Duration.ofMillis(attempt.durationMs()), now);
        } else {
            pass.failed(attempt.statusCode() != null, tried.pauseUntil(), now);
        }
    }
}
