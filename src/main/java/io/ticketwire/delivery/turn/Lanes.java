package io.ticketwire.delivery.turn;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import io.ticketwire.event.DeliveryTask;

/**
 * Lets the deliveries of a lane go one at a time, in the order of their sequence.
 *
 * <pre>
 *   enter ---> lane busy here? --yes--> waits in memory for the one under way
 *                  | no                    |  that one is over: it is the next one's turn
 *                  v                       |  that one is to be retried: all that wait are parked until then
 *   an earlier delivery that is not over, by the database?
 *                  | no             | yes
 *                  v                v
 *                 go              parked: comes again when that one is due
 * </pre>
 *
 * <p>Those who wait in memory have passed their endpoint's gate, so its {@code max_in_flight} and its time-out bound them. A
 * delivery that was given up (dead, failed, skipped) is over: it holds nobody up. What is sent again later, by a resend or a
 * recovery, comes after what has been delivered since, in its own order as far as permits allow.
 */
@ApplicationScoped
public class Lanes {

    private record Key(UUID endpointId, String subject) {
        static Key of(DeliveryTask task) {
            return new Key(task.endpointId(), task.subject());
        }
    }

    private record Waiter(DeliveryTask task, UniEmitter<? super Turn> emitter) {}

    /** A lane is here while one of its deliveries is; its queue holds the others. */
    private final Map<Key, PriorityQueue<Waiter>> lanes = new HashMap<>();

    private final Predecessors predecessors;

    Lanes(Predecessors predecessors) {
        this.predecessors = predecessors;
    }

    /**
     * Completes when it is the delivery's turn, or when it is clear that this will not be soon.
     *
     * @param mostWaiting so many wait in its lane at most: the endpoint has other lanes, too
     */
    public Uni<Turn> enter(DeliveryTask task, int mostWaiting) {
        return Uni.createFrom().emitter(emitter -> {
            Waiter waiter = new Waiter(task, emitter);
            switch (join(waiter, mostWaiting)) {
                case FIRST -> askFor(waiter);
                case TOO_MANY -> emitter.complete(new Turn.Parked(Instant.now()));
                case WAITS -> {} // is told when the one before it leaves
            }
        });
    }

    /**
     * The delivery whose turn it was is through.
     *
     * @param next when it is to be attempted again; null: it is over
     */
    public void leave(DeliveryTask task, Instant next) {
        if (next == null) {
            letNextGo(Key.of(task));
        } else {
            clear(Key.of(task)).forEach(waiter -> waiter.emitter().complete(new Turn.Parked(next)));
        }
    }

    private enum Joined {
        FIRST,
        WAITS,
        TOO_MANY
    }

    private synchronized Joined join(Waiter waiter, int mostWaiting) {
        PriorityQueue<Waiter> waiting = lanes.get(Key.of(waiter.task()));
        if (waiting == null) {
            lanes.put(Key.of(waiter.task()), new PriorityQueue<>(Comparator.comparingLong(other -> other.task()
                    .sequence())));
            return Joined.FIRST;
        }
        if (waiting.size() >= mostWaiting) {
            return Joined.TOO_MANY;
        }
        waiting.add(waiter);
        return Joined.WAITS;
    }

    private synchronized Waiter next(Key key) {
        Waiter next = lanes.get(key).poll();
        if (next == null) {
            lanes.remove(key);
        }
        return next;
    }

    private synchronized List<Waiter> clear(Key key) {
        return List.copyOf(lanes.remove(key));
    }

    private void letNextGo(Key key) {
        Waiter next = next(key);
        if (next != null) {
            askFor(next);
        }
    }

    private void askFor(Waiter waiter) {
        predecessors.openUntil(waiter.task()).subscribe().with(until -> {
            if (until.isEmpty()) {
                waiter.emitter().complete(new Turn.Go());
            } else {
                waiter.emitter().complete(new Turn.Parked(until.get()));
                letNextGo(Key.of(waiter.task()));
            }
        });
    }
}
