package io.ticketwire.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Quarkus;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.platform.Drain;

/**
 * Reads the deliveries topic, many at a time: a record is acknowledged by itself when its {@link Dispatcher} is through with
 * it, and an offset is committed when all records before it are.
 */
@ApplicationScoped
public class DeliveryConsumer {

    private static final Logger LOG = Logger.getLogger(DeliveryConsumer.class);

    private final Multi<Message<byte[]>> deliveries;
    private final Dispatcher dispatcher;
    private final GateSettings settings;
    private final Conclusions conclusions;
    private final Assignments assignments;
    private final Drain drain;

    DeliveryConsumer(
            @Channel("deliveries") Multi<Message<byte[]>> deliveries,
            Dispatcher dispatcher,
            GateSettings settings,
            Conclusions conclusions,
            @Identifier("deliveries") Assignments assignments,
            Drain drain) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.conclusions = conclusions;
        this.assignments = assignments;
        this.drain = drain;
    }

    /** Starts reading. */
    Cancellable start() {
        return deliveries
                .onItem()
                .transformToUni(this::handle)
                .merge(settings.maxInFlight())
                .subscribe()
                .with(ignored -> {}, this::ended, () -> ended(null));
    }

    /** Without deliveries the process is of no use in this role: whoever watches it is to start it again. */
    private void ended(Throwable failure) {
        if (!drain.stopping()) {
            LOG.fatalf(failure, "Deliveries are not read any more; the process ends");
            Quarkus.asyncExit(1);
        }
    }

    private Uni<Void> handle(Message<byte[]> message) {
        ConsumerRecord<?, ?> raw = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
        @SuppressWarnings("unchecked")
        ConsumerRecord<String, byte[]> typed = (ConsumerRecord<String, byte[]>) raw;
        Uni<Void> dispatched = DeliveryTask.decode(typed)
                .map(task -> dispatch(assignments.before(typed.timestamp()) ? task.readAgain() : task, typed))
                .orElseGet(() -> bury(typed, "no delivery that can be read"));
        return drain.track(dispatched.chain(() -> Uni.createFrom().completionStage(message.ack())));
    }

    /** A defect of ours in one delivery must neither stop the others nor lose it. */
    private Uni<Void> dispatch(DeliveryTask task, ConsumerRecord<String, byte[]> message) {
        return Uni.createFrom()
                .deferred(() -> dispatcher.dispatch(task))
                .onFailure()
                .recoverWithUni(defect -> {
                    LOG.errorf(defect, "Delivery given up because of a defect: %s", task.id());
                    return dispatcher.giveUp(task);
                })
                .onFailure()
                .recoverWithUni(defect -> bury(message, defect.toString()));
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> message, String why) {
        LOG.errorf(
                "A record goes to the dead ones as it is: %s-%d@%d, %s",
                message.topic(), message.partition(), message.offset(), why);
        return conclusions.bury(message);
    }
}
