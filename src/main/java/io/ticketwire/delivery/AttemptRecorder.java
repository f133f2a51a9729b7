package io.ticketwire.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.health.HealthRecorder;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.Json;
import io.ticketwire.event.store.Emission;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Drain;

/**
 * Reads the attempts batch by batch into the database. An attempt that is read twice is recorded once, and counts once for
 * its endpoint.
 */
@ApplicationScoped
public class AttemptRecorder {

    private static final Logger LOG = Logger.getLogger(AttemptRecorder.class);

    private final Pool database;
    private final AttemptPartitions partitions;
    private final HealthRecorder health;
    private final Drain drain;

    AttemptRecorder(Pool database, AttemptPartitions partitions, HealthRecorder health, Drain drain) {
        this.database = database;
        this.partitions = partitions;
        this.health = health;
        this.drain = drain;
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("attempts")
    public Uni<Void> record(ConsumerRecords<String, byte[]> messages) {
        List<Attempt> batch = new ArrayList<>(messages.count());
        messages.forEach(message -> read(message, batch));
        return drain.track(Batch.process("recorder", batch, this::process, AttemptRecorder::bury));
    }

    private static void read(ConsumerRecord<String, byte[]> message, List<Attempt> batch) {
        try {
            batch.add(Json.read(message.value(), Attempt.class));
        } catch (RuntimeException unreadable) {
            LOG.errorf("No attempt that can be read: %s-%d@%d", message.topic(), message.partition(), message.offset());
        }
    }

    private Uni<Void> process(List<Attempt> batch) {
        List<Attempt> tries = batch.stream()
                .filter(attempt -> attempt.outcome() != Attempt.Outcome.SKIPPED)
                .toList();
        List<LocalDate> days = tries.stream()
                .map(attempt -> LocalDate.ofInstant(attempt.startedAt(), ZoneOffset.UTC))
                .toList();
        return partitions
                .ensure(days)
                .chain(() -> database.withTransaction(transaction -> write(transaction, batch, tries)))
                .invoke(health::committed)
                .replaceWithVoid();
    }

    private Uni<List<Emission>> write(SqlConnection transaction, List<Attempt> batch, List<Attempt> tries) {
        return AttemptTables.insertAttempts(transaction, tries)
                .chain(inserted -> health.count(transaction, fresh(tries, inserted)))
                .call(() -> AttemptTables.updateDeliveries(transaction, latest(batch)));
    }

    /** What was recorded just now, each attempt once although the batch may hold it twice. */
    static List<Attempt> fresh(List<Attempt> attempts, Set<AttemptKey> inserted) {
        Set<AttemptKey> left = new HashSet<>(inserted);
        return attempts.stream()
                .filter(attempt -> left.remove(AttemptKey.of(attempt)))
                .toList();
    }

    /** The last attempt of each delivery. */
    static List<Attempt> latest(List<Attempt> batch) {
        Map<UUID, Attempt> latest = new LinkedHashMap<>();
        batch.forEach(attempt -> latest.merge(attempt.deliveryId(), attempt, AttemptRecorder::later));
        return List.copyOf(latest.values());
    }

    /** An attempt that was made twice, after a crash, may have ended in two ways: once delivered, it stays so. */
    private static Attempt later(Attempt first, Attempt second) {
        if (second.number() == first.number()) {
            return first.outcome() == Attempt.Outcome.DELIVERED ? first : second;
        }
        return second.number() > first.number() ? second : first;
    }

    private static Uni<Void> bury(Attempt attempt, Throwable cause) {
        LOG.errorf(cause, "An attempt can't be recorded: delivery %s", attempt.deliveryId());
        return Uni.createFrom().voidItem();
    }
}
