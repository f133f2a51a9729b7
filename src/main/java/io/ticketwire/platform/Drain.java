package io.ticketwire.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import org.jboss.logging.Logger;

/**
 * A graceful stop, in this order:
 *
 * <ol>
 *   <li>Quarkus: not ready any more, requests under way are answered;
 *   <li>here: no consumer takes another record, and what they are at is waited for, within a bound;
 *   <li>the roles stop what they run besides: pumps, relay;
 *   <li>the connections to broker and database are closed.
 * </ol>
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    /** Before the roles stop. */
    private static final int EARLY = 100;

    private static final Duration STEP = Duration.ofMillis(20);

    private final ChannelRegistry channels;
    private final Duration longest;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopping;

    Drain(ChannelRegistry channels, PlatformSettings settings) {
        this.channels = channels;
        this.longest = settings.shutdown().drain();
    }

    /** Work that a stop waits for. */
    public <T> Uni<T> track(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            underWay.incrementAndGet();
            return work.onTermination().invoke(underWay::decrementAndGet);
        });
    }

    /** Whether the stop has begun. */
    public boolean stopping() {
        return stopping;
    }

    void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
        stopping = true;
        for (String name : channels.getIncomingNames()) {
            PausableChannel channel = channels.getPausable(name);
            if (channel != null) {
                channel.pause();
            }
        }
        await("records under way", () -> underWay.get() == 0);
    }

    /** Waits until it is done, or the time is up. */
    public void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                LOG.warnf("Stopping without waiting any longer for the %s", what);
                return;
            }
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
