package io.ticketwire.fanout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.ConfigurationStart;
import io.ticketwire.platform.Drain;

/**
 * Reads every public event batch by batch: rows first, then records, then the offsets.
 *
 * <p>A crash after the rows reads the batch again. A delivery whose row is there and that nobody has attempted yet gets its
 * record (again); one that was attempted does not. So a repeated event makes no second delivery, and a crash loses none.
 * Skipped ones are among them: a recovery leaves its rows so if it doesn't get to the broker.
 */
@ApplicationScoped
public class FanOut {

    private static final Logger LOG = Logger.getLogger(FanOut.class);

    /** Written, and then published, at a time. */
    private static final int MAX_ROWS = 1_000;

    private static final String PENDING = "pending";

    private static final String INSERT =
            """
            insert into deliveries (id, event_id, event_type, subject, endpoint_id, status, created_at, updated_at)
                select *, now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[])
            on conflict (id) do nothing
            returning id, seq, status
            """;
    private static final String UNATTEMPTED =
            """
            select id, seq, status from deliveries
            where id = any($1) and status in ('pending', 'skipped') and attempts = 0
            """;

    private final ConfigurationStart configuration;
    private final Endpoints endpoints;
    private final Pool database;
    private final EventPublisher publisher;
    private final String deliveries;
    private final Counter made;
    private final Drain drain;

    FanOut(
            ConfigurationStart configuration,
            Endpoints endpoints,
            Pool database,
            EventPublisher publisher,
            Topics topics,
            MeterRegistry metrics,
            Drain drain) {
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.database = database;
        this.publisher = publisher;
        this.deliveries = topics.name(Topic.DELIVERIES);
        this.made = metrics.counter("ticketwire.fanout.deliveries");
        this.drain = drain;
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("events")
    public Uni<Void> fanOut(ConsumerRecords<String, byte[]> messages) {
        List<Event> batch = new ArrayList<>(messages.count());
        messages.forEach(message -> EventCodec.decode(message)
                .ifPresentOrElse(
                        batch::add,
                        () -> LOG.errorf(
                                "No event that can be read: %s-%d@%d",
                                message.topic(), message.partition(), message.offset())));
        return drain.track(Batch.process("fan-out", batch, this::process, FanOut::bury));
    }

    private Uni<Void> process(List<Event> batch) {
        return configuration.whenRead().chain(() -> match(batch));
    }

    /** Event by event, so that one that ten thousand endpoints want never fills the memory, nor the batch. */
    private Uni<Void> match(List<Event> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToIterable(event -> Match.of(event, endpoints.all()))
                .group()
                .intoLists()
                .of(MAX_ROWS)
                .onItem()
                .transformToUniAndConcatenate(this::deliver)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> deliver(List<Match> matches) {
        return insert(matches)
                .chain(inserted -> inserted.size() == matches.size()
                        ? publish(matches, sequences(matches, inserted), false)
                        : unattempted(matches).chain(rows -> publish(matches, sequences(matches, rows), true)))
                .invoke(() -> made.increment(matches.size()));
    }

    /** Gives those that were not there. */
    private Uni<RowSet<Row>> insert(List<Match> matches) {
        return database.preparedQuery(INSERT)
                .execute(Columns.of(matches)
                        .uuid(Match::deliveryId)
                        .uuid(match -> match.event().id())
                        .text(match -> match.event().type())
                        .text(match -> match.event().subject())
                        .uuid(Match::endpointId)
                        .text(match -> match.deliver() ? PENDING : "skipped")
                        .tuple());
    }

    /** Those that were skipped are made after all if the endpoint is enabled by now. */
    private Uni<RowSet<Row>> unattempted(List<Match> matches) {
        UUID[] ids = matches.stream().map(Match::deliveryId).toArray(UUID[]::new);
        return database.preparedQuery(UNATTEMPTED).execute(Tuple.of(ids));
    }

    /** Of those that are to be delivered. */
    private static Map<UUID, Long> sequences(List<Match> matches, RowSet<Row> rows) {
        Set<UUID> enabled =
                matches.stream().filter(Match::deliver).map(Match::deliveryId).collect(Collectors.toSet());
        Map<UUID, Long> sequences = new HashMap<>();
        for (Row row : rows) {
            if (row.getString("status").equals(PENDING) || enabled.contains(row.getUUID("id"))) {
                sequences.put(row.getUUID("id"), row.getLong("seq"));
            }
        }
        return sequences;
    }

    private Uni<Void> publish(List<Match> matches, Map<UUID, Long> sequences, boolean again) {
        Instant now = Instant.now();
        List<ProducerRecord<String, byte[]>> tasks = matches.stream()
                .filter(match -> sequences.containsKey(match.deliveryId()))
                .map(match -> match.task(sequences.get(match.deliveryId()), again, now)
                        .encode(deliveries))
                .toList();
        // Here and not with the whole batch: what is published already is not to be published at every try.
        return Batch.persistently("fan-out", () -> publisher.publishAll(tasks));
    }

    private static Uni<Void> bury(Event event, Throwable cause) {
        LOG.errorf(cause, "An event can't be fanned out: %s", event.id());
        return Uni.createFrom().voidItem();
    }
}
