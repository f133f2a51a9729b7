package io.ticketwire.delivery.recovery;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.ticketwire.delivery.DeliverySettings;
import io.ticketwire.platform.Away;
import io.ticketwire.platform.Drain;
import io.ticketwire.platform.Outage;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * Runs recoveries in the background, each at its rate, in whatever process of the delivery role finds it first.
 *
 * <pre>
 *   look, every second --a recovery that nobody is at--> page --more--> rest, as the rate says --> page ...
 *                                                          |  \--nothing left, cancelled--> over
 *                                                          |  database or broker away
 *                                                          v
 *                                                        leave it; the next look finds it again
 * </pre>
 */
@ApplicationScoped
public class RecoveryRunner {

    private static final Logger LOG = Logger.getLogger(RecoveryRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Roles roles;
    private final RecoveryTable table;
    private final Recoverer recoverer;
    private final Drain drain;
    private final Vertx vertx;
    private final int rate;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Outage outage = new Outage("recovery");

    private record Rest(long timer, Recovery recovery) {}

    /** Between two pages, by their claims; and which timer ends that. */
    private final Map<UUID, Rest> resting = new ConcurrentHashMap<>();

    private volatile boolean stopped = true;

    RecoveryRunner(
            Roles roles,
            RecoveryTable table,
            Recoverer recoverer,
            Drain drain,
            Vertx vertx,
            DeliverySettings settings) {
        this.roles = roles;
        this.table = table;
        this.recoverer = recoverer;
        this.drain = drain;
        this.vertx = vertx;
        this.rate = settings.recoveryRate();
    }

    void start(@Observes StartupEvent event) {
        if (roles.has(Role.DELIVERY)) {
            stopped = false;
            vertx.setPeriodic(LOOK.toMillis(), ignored -> look());
        }
    }

    /** Before the drain, which waits for the pages under way and for this. */
    void stop(@Observes @Priority(Drain.EARLY - 1) ShutdownEvent event) {
        stopped = true;
        for (Rest rest : resting.values()) {
            if (vertx.cancelTimer(rest.timer())) {
                leave(rest.recovery());
            }
        }
    }

    private void look() {
        if (!stopped && looking.compareAndSet(false, true)) {
            drain.track(table.claim())
                    .subscribe()
                    .with(
                            claimed -> {
                                looking.set(false);
                                claimed.ifPresent(recovery -> {
                                    goOn(recovery);
                                    look();
                                });
                            },
                            failure -> {
                                looking.set(false);
                                LOG.debugf("Recoveries wait for the database: %s", failure.toString());
                            });
        }
    }

    private void goOn(Recovery recovery) {
        resting.remove(recovery.claim());
        long start = System.nanoTime();
        Uni<Recoverer.Outcome> page = Uni.createFrom()
                .deferred(() -> recoverer.step(recovery))
                .onFailure(failure -> !Away.caused(failure))
                .recoverWithUni(defect -> {
                    LOG.errorf(defect, "Recovery given up because of a defect: %s", recovery.id());
                    return recoverer.giveUp(recovery);
                });
        drain.track(page).invoke(outage::succeeded).subscribe().with(outcome -> rest(outcome, start), failure -> {
            outage.failed(failure);
            leave(recovery);
        });
    }

    private void rest(Recoverer.Outcome outcome, long start) {
        if (outcome instanceof Recoverer.GoesOn more) {
            Recovery recovery = more.recovery();
            if (stopped) {
                leave(recovery);
                return;
            }
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            long pause = Math.max(1, more.published() * 1_000L / rate - took);
            resting.put(recovery.claim(), new Rest(vertx.setTimer(pause, ignored -> goOn(recovery)), recovery));
        }
    }

    private void leave(Recovery recovery) {
        drain.track(table.release(recovery))
                .subscribe()
                .with(
                        ignored -> {},
                        failure -> LOG.debugf("A lease of a recovery runs out by itself: %s", recovery.id()));
    }
}
