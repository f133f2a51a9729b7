package io.ticketwire.delivery.recovery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.DeliverySettings;
import io.ticketwire.delivery.Redelivery;
import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.platform.ProblemException;

/** The work of a recovery: counting it, and one page of it at a time. A page that is repeated does no harm. */
@ApplicationScoped
class Recoverer {

    private static final Logger LOG = Logger.getLogger(Recoverer.class);

    /** Deliveries or events of a window: a day's work at the default rate is eight times this. */
    private static final long LARGEST = 1_000_000;

    private static final int LARGEST_PAGE = 500;

    /** Counts at a time: each has a page of up to fifty events in memory. */
    private static final int COUNTS = 4;

    /** What came of a page. */
    sealed interface Outcome {}

    /**
     * There may be more.
     *
     * @param recovery as it is now
     * @param published deliveries of this page
     */
    record GoesOn(Recovery recovery, int published) implements Outcome {}

    /** It is over, or not this process's any more. */
    record Over() implements Outcome {}

    private final RecoveryTable table;
    private final Candidates candidates;
    private final Redelivery redelivery;
    private final MeterRegistry metrics;
    private final int page;
    private final Semaphore counting = new Semaphore(COUNTS);

    Recoverer(
            RecoveryTable table,
            Candidates candidates,
            Redelivery redelivery,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.table = table;
        this.candidates = candidates;
        this.redelivery = redelivery;
        this.metrics = metrics;
        this.page = Math.min(settings.recoveryRate(), LARGEST_PAGE);
    }

    private record Tally(long examined, long count, Candidates.Page page) {}

    /** How many deliveries a recovery of this window would make now; refuses a window that is too large. */
    Uni<Long> count(Window window, Endpoint endpoint) {
        return Uni.createFrom().deferred(() -> {
            if (!counting.tryAcquire()) {
                throw new ProblemException(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "Too many recoveries are being counted; try again in a moment");
            }
            return tally(window, endpoint).onTermination().invoke(() -> counting.release());
        });
    }

    private Uni<Long> tally(Window window, Endpoint endpoint) {
        Candidates.Page start = new Candidates.Page(List.of(), List.of(), 0, 0);
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(new Tally(0, 0, start)), tally -> candidates
                        .after(tally.get().page().cursor(), Integer.MAX_VALUE, window, endpoint)
                        .map(next -> tally.updateAndGet(before -> add(before, next))))
                .whilst(counted -> !counted.page().last())
                .collect()
                .last()
                .map(Tally::count);
    }

    private static Tally add(Tally tally, Candidates.Page page) {
        long examined = tally.examined() + page.examined();
        if (examined > LARGEST) {
            throw ProblemException.field(
                    "since", "the window holds more than " + LARGEST + " events or deliveries; recover it in parts");
        }
        return new Tally(examined, tally.count() + page.deliveries().size(), page);
    }

    /** Deals with the next page. */
    Uni<Outcome> step(Recovery recovery) {
        return redelivery.endpoint(recovery.endpointId()).chain(known -> {
            if (known.isEmpty()) {
                return finish(recovery, Recovery.FAILED, "endpoint_deleted: the endpoint was deleted");
            }
            if (!known.get().enabled()) {
                return finish(recovery, Recovery.FAILED, "endpoint_disabled: the endpoint was disabled meanwhile");
            }
            return candidates
                    .after(recovery.cursor(), page, recovery.window(), known.get())
                    .chain(next -> next.last() ? finish(recovery, Recovery.DONE, null) : deal(recovery, next));
        });
    }

    /** Ends a recovery that can't go on. */
    Uni<Outcome> giveUp(Recovery recovery) {
        return finish(recovery, Recovery.FAILED, "internal: see the log");
    }

    private Uni<Outcome> deal(Recovery recovery, Candidates.Page next) {
        return redelivery
                .insert(recovery.endpointId(), next.without())
                .chain(() -> redelivery.publish(next.deliveries(), recovery.createdAt()))
                .invoke(published ->
                        metrics.counter("ticketwire.recovery.deliveries").increment(published))
                .chain(published -> table.advance(recovery, next.cursor(), published)
                        .map(now -> now.<Outcome>map(still -> new GoesOn(still, published))
                                .orElseGet(Over::new)));
    }

    private Uni<Outcome> finish(Recovery recovery, String status, String reason) {
        return table.finish(recovery, status, reason).invoke(Recoverer::tell).replaceWith(new Over());
    }

    private static void tell(Optional<Recovery> finished) {
        finished.ifPresent(recovery -> LOG.infof(
                "Recovery %s of endpoint %s is %s: %d of %d deliveries%s",
                recovery.id(),
                recovery.endpointId(),
                recovery.status(),
                recovery.done(),
                recovery.count(),
                recovery.reason() == null ? "" : ", " + recovery.reason()));
    }
}
