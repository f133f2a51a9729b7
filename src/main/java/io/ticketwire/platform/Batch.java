package io.ticketwire.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * A batch of records on its way through a consumer. It is finished only when every record of it is dealt with:
 *
 * <pre>
 *   work on the batch --ok--> done
 *     |  database or broker away: again and again, until they are back (told by Outage)
 *     |  anything else: some record can't be processed
 *     v
 *   work on each record alone --ok--> next
 *     |  away: again
 *     v  anything else
 *   bury that record, go on with the next
 * </pre>
 */
public final class Batch {

    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** One for each of those who wait. */
    private static final Map<String, Outage> OUTAGES = new ConcurrentHashMap<>();

    private Batch() {}

    /**
     * Works on a batch until it is finished.
     *
     * @param what for the log, e.g. {@code tracker}
     * @param work all or nothing, and idempotent
     * @param bury keeps a record that can't be processed where a person finds it
     */
    public static <T> Uni<Void> process(
            String what, List<T> batch, Function<List<T>, Uni<Void>> work, BiFunction<T, Throwable, Uni<Void>> bury) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return persistently(what, () -> work.apply(batch)).onFailure().recoverWithUni(failure -> {
            LOG.warnf(failure, "%s: a batch of %d failed; trying its records one by one", what, batch.size());
            return Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(item -> persistently(what, () -> work.apply(List.of(item)))
                            .onFailure()
                            .recoverWithUni(cause -> persistently(what, () -> bury.apply(item, cause))))
                    .collect()
                    .asList()
                    .replaceWithVoid();
        });
    }

    /**
     * Does something again and again as long as the database or the broker is away.
     *
     * @param what for the log: a constant, because what is known of an outage is kept for each for ever
     */
    public static <T> Uni<T> persistently(String what, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Outage outage = OUTAGES.computeIfAbsent(what, Outage::new);
            return persistently(outage, outage.new Waiter(), work);
        });
    }

    private static <T> Uni<T> persistently(Outage outage, Outage.Waiter waiter, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(Away::caused)
                .invoke(waiter::failed)
                .onFailure(Away::caused)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(outage::succeeded)
                .onTermination()
                .invoke(waiter::ended);
    }
}
