package io.ticketwire.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Json;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.Batch;
import io.ticketwire.retry.RetryRouter;

/**
 * What becomes of a delivery when its turn comes:
 *
 * <pre>
 *   endpoint gone or disabled -------------------------------> skipped
 *   not due yet -----------------------------------------------> its tier
 *   endpoint has its fill of requests under way ---------------> a tier, attempt not counted
 *   a retry that a later attempt has overtaken ----------------> nothing
 *   else: attempt --delivered----------------------------------> done
 *                 --failed, policy has another delay-----------> its tier
 *                 --failed for good----------------------------> dead
 * </pre>
 *
 * It completes when the outcome is durable: the attempt and the record that carries the delivery on are on the broker. A
 * crash before that makes the attempt again. Nothing waits in here.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Endpoints endpoints;
    private final EndpointPermits permits;
    private final Diversions diversions;
    private final DeliveryState state;
    private final Courier courier;
    private final RetryRouter router;
    private final EventPublisher publisher;
    private final Topics topics;
    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();

    Dispatcher(
            Endpoints endpoints,
            EndpointPermits permits,
            Diversions diversions,
            DeliveryState state,
            Courier courier,
            RetryRouter router,
            EventPublisher publisher,
            Topics topics,
            MeterRegistry metrics) {
        this.endpoints = endpoints;
        this.permits = permits;
        this.diversions = diversions;
        this.state = state;
        this.courier = courier;
        this.router = router;
        this.publisher = publisher;
        this.topics = topics;
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
        return conclude(task, Courier.untried(task, Attempt.Outcome.FAILED, "internal: see the log"));
    }

    private Uni<Void> decide(DeliveryTask task) {
        Instant now = Instant.now();
        if (task.notBefore().isAfter(now)) {
            return publish(router.route(task, now));
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
                        .orElseGet(() -> conclude(task, skipped(task, "endpoint_deleted: the endpoint was deleted"))));
    }

    private Uni<Void> decide(DeliveryTask task, Endpoint endpoint, Instant now) {
        if (!endpoint.enabled()) {
            return conclude(task, skipped(task, "endpoint_disabled: the endpoint is disabled"));
        }
        if (!permits.tryAcquire(endpoint)) {
            metrics.counter("ticketwire.deliveries.diverted").increment();
            return publish(router.route(task.postponed(diversions.place(endpoint, now)), now));
        }
        return Uni.createFrom()
                .deferred(() -> attempt(task, endpoint))
                .onTermination()
                .invoke(() -> permits.release(endpoint.id()));
    }

    private static Attempt skipped(DeliveryTask task, String why) {
        return Courier.untried(task, Attempt.Outcome.SKIPPED, why);
    }

    private Uni<Void> attempt(DeliveryTask task, Endpoint endpoint) {
        return state.superseded(task).chain(superseded -> {
            if (superseded) {
                metrics.counter("ticketwire.deliveries.superseded").increment();
                return Uni.createFrom().voidItem();
            }
            return courier.attempt(task, endpoint, new RetryPolicy(endpoint.retryPolicy()))
                    .invoke(attempt -> diversions.attempted(endpoint.id(), attempt.durationMs(), Instant.now()))
                    .chain(attempt -> conclude(task, attempt));
        });
    }

    private Uni<Void> conclude(DeliveryTask task, Attempt attempt) {
        metrics.counter(
                        "ticketwire.deliveries.attempts",
                        "outcome",
                        attempt.outcome().word())
                .increment();
        // The way on first, and durable: an attempt that is recorded while its retry is lost would never be made up
        // for.
        return wayOn(task, attempt)
                .map(this::publish)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> publish(record(attempt)));
    }

    private Optional<ProducerRecord<String, byte[]>> wayOn(DeliveryTask task, Attempt attempt) {
        return switch (attempt.outcome()) {
            case RETRYING -> Optional.of(router.route(task.afterAttempt(attempt.nextAttemptAt()), Instant.now()));
            case DEAD, FAILED -> {
                LOG.infof(
                        "Delivery given up: %s to endpoint %s after %d attempts, %s",
                        task.id(), task.endpointId(), attempt.number(), attempt.error());
                yield Optional.of(task.afterAttempt(attempt.startedAt()).encode(topics.name(Topic.DELIVERIES_DEAD)));
            }
            case DELIVERED, SKIPPED -> Optional.empty();
        };
    }

    private ProducerRecord<String, byte[]> record(Attempt attempt) {
        return new ProducerRecord<>(
                topics.name(Topic.ATTEMPTS), attempt.endpointId().toString(), Json.bytes(attempt));
    }

    private Uni<Void> publish(ProducerRecord<String, byte[]> message) {
        return Batch.persistently("delivery", () -> publisher.publish(message));
    }
}
