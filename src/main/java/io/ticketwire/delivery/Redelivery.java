package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Where;

/**
 * Has deliveries made because somebody asked for it: one that was made before, or one that never was. It publishes what the
 * dispatcher takes for a fresh delivery; that one delivery has one attempt at a time is the dispatcher's care.
 */
@ApplicationScoped
public class Redelivery {

    /** Bodies in memory at a time, each of up to a mebibyte. */
    private static final int AT_A_TIME = 25;

    /**
     * As skipped, and not as pending: should their records never get to the broker, they are still found to be missing. The
     * lock makes the retention wait, which deletes an event that has no delivery.
     */
    private static final String INSERT =
            """
            insert into deliveries (id, event_id, event_type, subject, endpoint_id, status, created_at, updated_at)
                select w.id, e.id, e.type, e.subject, $3, 'skipped', now(), now()
                from unnest($1::uuid[], $2::uuid[]) as w (id, event_id) join events e on e.id = w.event_id
                order by e.seq for key share of e
            on conflict (id) do nothing
            """;

    private final Pool database;
    private final Endpoints endpoints;
    private final EventPublisher publisher;
    private final Topics topics;

    Redelivery(Pool database, Endpoints endpoints, EventPublisher publisher, Topics topics) {
        this.database = database;
        this.endpoints = endpoints;
        this.publisher = publisher;
        this.topics = topics;
    }

    /** The endpoint as it is in the database now, if there is one. */
    public Uni<Optional<Endpoint>> endpoint(UUID id) {
        return endpoints.refresh(id).map(ignored -> endpoints.find(id));
    }

    /** Refuses what would only be skipped. */
    public static void requireEnabled(Endpoint endpoint) {
        if (!endpoint.enabled()) {
            throw refused("The endpoint is disabled; enable it first");
        }
    }

    /** Makes another attempt of a delivery; refuses it if that would only be skipped. */
    Uni<Void> resend(UUID id) {
        return one(id).call(row -> endpoint(row.endpointId())
                        .map(known -> known.orElseThrow(() -> refused("The endpoint was deleted")))
                        .invoke(Redelivery::requireEnabled))
                .chain(row -> publishRows(List.of(row), Instant.now()))
                .replaceWithVoid();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Response.Status.CONFLICT, why);
    }

    private Uni<DeliveryRow> one(UUID id) {
        return rows(List.of(id))
                .map(rows -> rows.stream().findFirst().orElseThrow(() -> ProblemException.notFound("delivery")));
    }

    /** Makes rows for the deliveries of these events to the endpoint, in the events' order, as far as there are none. */
    public Uni<Void> insert(UUID endpointId, List<UUID> eventIds) {
        if (eventIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids =
                eventIds.stream().map(event -> Ids.delivery(event, endpointId)).toArray(UUID[]::new);
        return database.preparedQuery(INSERT)
                .execute(Tuple.of(ids, eventIds.toArray(UUID[]::new), endpointId))
                .replaceWithVoid();
    }

    /**
     * Has these deliveries made, in the order of their numbers; completes, when that is durable, with how many they are.
     *
     * @param requestedAt an attempt that was begun after this is as good
     */
    public Uni<Integer> publish(List<UUID> ids, Instant requestedAt) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(AT_A_TIME)
                .onItem()
                .transformToUniAndConcatenate(some -> rows(some).chain(rows -> publishRows(rows, requestedAt)))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> publishRows(List<DeliveryRow> rows, Instant requestedAt) {
        List<ProducerRecord<String, byte[]>> tasks = rows.stream()
                .map(row -> row.again(requestedAt).encode(topics.name(Topic.DELIVERIES)))
                .toList();
        return publisher.publishAll(tasks).replaceWith(rows.size());
    }

    private Uni<List<DeliveryRow>> rows(List<UUID> ids) {
        return database.preparedQuery(DeliveryRow.SELECT + "d.id = any($1) order by d.seq")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> Where.all(rows, DeliveryRow::of));
    }
}
