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
import io.ticketwire.platform.Batch;

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
 * crash before that makes the attempt again. Nothing waits in here but, within its endpoint's permits, for the delivery
 * before it in its lane.
 */
@ApplicationScoped
public class Dispatcher {

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

    /**
     * Deals with a delivery that may have been dealt with before, by another process or by this one before it was killed: an
     * attempt that has been recorded is not made again.
     */
    Uni<Void> dispatchOnce(DeliveryTask task) {
        return overtaking.recorded(task).chain(made -> {
            if (made) {
                metrics.counter("ticketwire.deliveries.superseded").increment();
                return Uni.createFrom().voidItem();
            }
            return dispatch(task);
        });
    }

    /** Puts a delivery among the dead without a try. */
    Uni<Void> giveUp(DeliveryTask task) {
        return conclusions.conclude(task, Courier.untried(task, Attempt.Outcome.FAILED, "internal: see the log"));
    }

    private Uni<Void> decide(DeliveryTask task) {
        Instant now = Instant.now();
        if (task.notBefore().isAfter(now)) {
            return conclusions.postpone(task);
        }
        Optional<Endpoint> known = endpoints.find(task.endpointId());
        return known.isPresent() ? decide(task, known.get(), now) : decideAnew(task);
    }

    /** An endpoint that another process has just created may not be known here yet: the database knows. */
    private Uni<Void> decideAnew(DeliveryTask task) {
        return Batch.persistently("delivery", () -> endpoints.refresh(task.endpointId()))
                .chain(() -> endpoints
                        .find(task.endpointId())
                        .map(endpoint -> decide(task, endpoint, Instant.now()))
                        .orElseGet(() -> skip(task, "endpoint_deleted: the endpoint was deleted")));
    }

    private Uni<Void> decide(DeliveryTask task, Endpoint endpoint, Instant now) {
        if (!endpoint.enabled()) {
            gates.forget(endpoint.id());
            return skip(task, "endpoint_disabled: the endpoint is disabled");
        }
        if (!underWay.begin(task.id())) {
            return conclusions.divert(task, now.plus(diversion), "under_way");
        }
        return Uni.createFrom()
                .deferred(() -> enterGate(task, endpoint, now))
                .onTermination()
                .invoke(() -> underWay.end(task.id()));
    }

    private Uni<Void> skip(DeliveryTask task, String why) {
        return conclusions.conclude(task, Courier.untried(task, Attempt.Outcome.SKIPPED, why));
    }

    private Uni<Void> enterGate(DeliveryTask task, Endpoint endpoint, Instant now) {
        return gates.enter(endpoint, task.body().length, now).chain(admission -> {
            if (admission instanceof Admission.Diverted diverted) {
                return conclusions.divert(
                        task, diverted.until(), diverted.reason().word());
            }
            return pass(task, endpoint, (Pass) admission);
        });
    }

    private Uni<Void> pass(DeliveryTask task, Endpoint endpoint, Pass pass) {
        Uni<Void> passed = endpoint.ordered()
                ? enterLane(task, endpoint, pass)
                : attempt(task, endpoint, pass).replaceWithVoid();
        return passed.onTermination().invoke(pass::unused);
    }

    private Uni<Void> enterLane(DeliveryTask task, Endpoint endpoint, Pass pass) {
        return lanes.enter(task).chain(turn -> {
            if (turn instanceof Turn.Parked parked) {
                pass.unused();
                return conclusions.divert(task, parked.until(), "lane");
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
