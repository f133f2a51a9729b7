package io.ticketwire.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.event.InboundType;
import io.ticketwire.event.store.OutboxRelay;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Drain;

/**
 * Reads the inbound topic batch by batch. State and events of a batch are committed together; only then its offsets are.
 * A crash in between reads the batch again, and {@link Ledger} recognises every record of it.
 */
@ApplicationScoped
public class Tracker {

    private static final Logger LOG = Logger.getLogger(Tracker.class);

    private final Pool database;
    private final TrackerStore store;
    private final TicketTable ticketTable;
    private final ThreadTable threadTable;
    private final OutboxRelay relay;
    private final TicketSettings settings;
    private final MeterRegistry metrics;
    private final Drain drain;

    Tracker(
            Pool database,
            TrackerStore store,
            TicketTable ticketTable,
            ThreadTable threadTable,
            OutboxRelay relay,
            TicketSettings settings,
            MeterRegistry metrics,
            Drain drain) {
        this.database = database;
        this.store = store;
        this.ticketTable = ticketTable;
        this.threadTable = threadTable;
        this.relay = relay;
        this.settings = settings;
        this.metrics = metrics;
        this.drain = drain;
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("inbound")
    public Uni<Void> track(ConsumerRecords<String, byte[]> messages) {
        List<Inbound> batch = new ArrayList<>(messages.count());
        messages.forEach(message -> Inbound.decode(message)
                .ifPresentOrElse(
                        batch::add,
                        () -> LOG.errorf(
                                "No inbound event that can be read: %s-%d@%d",
                                message.topic(), message.partition(), message.offset())));
        return drain.track(Batch.process("tracker", batch, this::process, this::bury));
    }

    private Uni<Void> process(List<Inbound> batch) {
        Instant now = Instant.now();
        return database.withTransaction(transaction -> store.lock(transaction, batch)
                        .chain(() -> load(transaction, batch, now))
                        .invoke(tracked -> batch.forEach(tracked::apply))
                        .call(tracked -> store.save(transaction, tracked)))
                .invoke(this::done)
                .replaceWithVoid();
    }

    private Uni<TrackedBatch> load(SqlConnection transaction, List<Inbound> batch, Instant now) {
        List<Received> messages = Received.in(batch);
        return store.ledger(transaction, batch, settings.tracker().bodyWindow())
                .chain(ledger -> threadTable.load(transaction, messages).chain(threads -> ticketTable
                        .lock(transaction, tickets(batch, threads.tickets(messages)))
                        .chain(known -> store.contacts(
                                        transaction, subjects(batch, InboundType.CONTACT_OBSERVED::equals))
                                .chain(contacts -> ticketTable
                                        .numbers(transaction, mayBeNew(batch, messages, threads, known), now)
                                        .map(numbers -> new TrackedBatch(
                                                ledger, known, contacts, threads, numbers.iterator(), now))))));
    }

    /** Every ticket that the batch may be about. */
    private static List<UUID> tickets(List<Inbound> batch, Set<UUID> ofMessages) {
        Set<UUID> tickets = new HashSet<>(ofMessages);
        tickets.addAll(subjects(batch, type -> !type.equals(InboundType.CONTACT_OBSERVED)));
        return List.copyOf(tickets);
    }

    /** How many tickets the batch may bring, at most. */
    private static int mayBeNew(List<Inbound> batch, List<Received> messages, Threads threads, Map<UUID, Known> known) {
        Set<UUID> observed = subjects(batch, InboundType.TICKET_OBSERVED::equals);
        long unseen = observed.stream().filter(id -> !known.containsKey(id)).count();
        return (int) (unseen + threads.mayMake(messages, known, observed));
    }

    private static Set<UUID> subjects(List<Inbound> batch, Predicate<String> type) {
        return batch.stream()
                .filter(inbound -> type.test(inbound.event().type()))
                .map(inbound -> uuid(inbound.event().subject()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Tickets and contacts have UUIDs as subjects; a message or a campaign may have anything. */
    private static UUID uuid(String subject) {
        try {
            return subject.length() == 36 ? UUID.fromString(subject) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void done(TrackedBatch tracked) {
        tracked.emissions.forEach(emission -> metrics.counter(
                        "ticketwire.tracker.events", "type", emission.type().type())
                .increment());
        relay.wake();
    }

    private Uni<Void> bury(Inbound inbound, Throwable cause) {
        LOG.errorf(
                cause,
                "An inbound event can't be processed and is kept among the rejected: %s",
                inbound.event().id());
        metrics.counter("ticketwire.tracker.buried").increment();
        Rejection rejection =
                Rejection.of(inbound, "processing_failed", cause.getClass().getSimpleName());
        return database.withTransaction(transaction -> store.reject(transaction, List.of(rejection)));
    }
}
