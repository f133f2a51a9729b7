package io.ticketwire.ticket;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Drain;

/** Keeps what the ingress put on the dead inbound topic where the API can show it. */
@ApplicationScoped
public class RejectedRecorder {

    private static final Logger LOG = Logger.getLogger(RejectedRecorder.class);

    private final Pool database;
    private final TrackerStore store;
    private final Drain drain;

    RejectedRecorder(Pool database, TrackerStore store, Drain drain) {
        this.database = database;
        this.store = store;
        this.drain = drain;
    }

    @Incoming("inbound-dead")
    public Uni<Void> record(ConsumerRecords<String, byte[]> messages) {
        List<Rejection> batch = new ArrayList<>(messages.count());
        messages.forEach(message -> Inbound.decode(message)
                .ifPresentOrElse(
                        inbound -> batch.add(rejection(message, inbound)),
                        () -> LOG.errorf(
                                "No rejected event that can be read: %s-%d@%d",
                                message.topic(), message.partition(), message.offset())));
        return drain.track(Batch.process(
                "rejected",
                batch,
                rejections -> database.withTransaction(transaction -> store.reject(transaction, rejections)),
                (rejection, cause) -> Uni.createFrom()
                        .voidItem()
                        .invoke(() -> LOG.errorf(cause, "A rejected event can't be recorded: %s", rejection.id()))));
    }

    private static Rejection rejection(ConsumerRecord<String, byte[]> message, Inbound inbound) {
        return Rejection.of(
                inbound,
                EventCodec.find(message.headers(), EventHeaders.REASON),
                EventCodec.find(message.headers(), EventHeaders.DETAIL));
    }
}
