package io.ticketwire.delivery.health;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Event;
import io.ticketwire.event.store.Emission;
import io.ticketwire.event.store.EventLog;
import io.ticketwire.event.store.OutboxRelay;

/**
 * Keeps how the endpoints do. Exact over any number of processes: the endpoints of a batch are locked from reading to commit,
 * and counters, status and events are committed together, with the attempts that they follow from.
 */
@ApplicationScoped
public class HealthRecorder {

    private static final Logger LOG = Logger.getLogger(HealthRecorder.class);

    private final EventLog events;
    private final OutboxRelay relay;
    private final MeterRegistry metrics;

    HealthRecorder(EventLog events, OutboxRelay relay, MeterRegistry metrics) {
        this.events = events;
        this.relay = relay;
        this.metrics = metrics;
    }

    /**
     * Counts attempts.
     *
     * @param attempts each for the first time, those of an endpoint in the order of its log
     * @return what happened; to be handed to {@link #committed} after the commit
     */
    public Uni<List<Emission>> count(SqlConnection transaction, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<UUID> ids = new TreeSet<>();
        attempts.forEach(attempt -> ids.add(attempt.endpointId()));
        return HealthTable.lock(transaction, ids)
                .map(locked -> new HealthBatch(locked).apply(attempts))
                .call(batch -> HealthTable.updateCounts(transaction, batch.changed()))
                .call(batch -> HealthTable.updateStatus(transaction, batch.turned()))
                .call(batch -> events.append(transaction, batch.emissions()))
                .map(HealthBatch::emissions);
    }

    /** To be called after the commit: what happened goes out at once if the relay is in this process. */
    public void committed(List<Emission> emissions) {
        if (emissions.isEmpty()) {
            return;
        }
        for (Emission emission : emissions) {
            Event event = emission.event();
            LOG.infof("%s: endpoint %s, event %s", event.type(), event.subject(), event.id());
            metrics.counter("ticketwire.endpoints.events", "type", event.type()).increment();
        }
        relay.wake();
    }
}
