package io.ticketwire.delivery;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.turn.RecentAttempts;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Json;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.Batch;
import io.ticketwire.retry.RetryRouter;

/**
 * Makes durable what has become of a delivery: the record that carries it on, and the one that tells of it. Completes when
 * the broker has them, however long it is away.
 */
@ApplicationScoped
public class Conclusions {

    private static final Logger LOG = Logger.getLogger(Conclusions.class);

    private final RetryRouter router;
    private final EventPublisher publisher;
    private final Topics topics;
    private final RecentAttempts recent;
    private final MeterRegistry metrics;

    Conclusions(
            RetryRouter router, EventPublisher publisher, Topics topics, RecentAttempts recent, MeterRegistry metrics) {
        this.router = router;
        this.publisher = publisher;
        this.topics = topics;
        this.recent = recent;
        this.metrics = metrics;
    }

    /** The delivery has been attempted, or is given up without an attempt. */
    Uni<Void> conclude(DeliveryTask task, Attempt attempt) {
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
                .chain(() -> publish(record(attempt)))
                .invoke(() -> recent.remember(attempt));
    }

    /** The delivery waits until its time has come. */
    Uni<Void> postpone(DeliveryTask task) {
        return publish(router.route(task, Instant.now()));
    }

    /** The delivery can't be attempted now, and is to come again; that is no attempt. */
    Uni<Void> divert(DeliveryTask task, Instant until, String reason) {
        metrics.counter("ticketwire.deliveries.diverted", "reason", reason).increment();
        return postpone(task.postponed(until));
    }

    /** Nothing can be done with a record: it is kept as it is, where a person finds it. */
    Uni<Void> bury(ConsumerRecord<String, byte[]> message) {
        return publish(router.bury(message));
    }

    private Optional<ProducerRecord<String, byte[]>> wayOn(DeliveryTask task, Attempt attempt) {
        return switch (attempt.outcome()) {
            // As of the attempt's end, from which the delay counts: a moment later it would not fit into the room of
            // its own length, and go the long way through shorter ones.
            case RETRYING -> Optional.of(router.route(task.afterAttempt(attempt.nextAttemptAt()), attempt.endedAt()));
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
