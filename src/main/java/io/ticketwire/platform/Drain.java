package io.ticketwire.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

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
 *   <li>the outbox relay begins nothing more;
 *   <li>here: no consumer takes another record, and what all of them are at is waited for, within a bound;
 *   <li>the pumps of the delay tiers stop;
 *   <li>the connections to broker and database are closed.
 * </ol>
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    /** Before the roles stop. */
    public static final int EARLY = 100;

    private final ChannelRegistry channels;
    private final Duration longest;
    private int underWay;
    private volatile boolean stopping;

    Drain(ChannelRegistry channels, PlatformSettings settings) {
        this.channels = channels;
        this.longest = settings.shutdown().drain();
    }

    /** Work that a stop waits for. */
    public <T> Uni<T> track(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            begun();
            return work.onTermination().invoke(this::ended);
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
        awaitIdle();
    }

    private synchronized void awaitIdle() {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (underWay > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    LOG.warnf("Stopping without waiting any longer for what is under way: %d", underWay);
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begun() {
        underWay++;
    }

    private synchronized void ended() {
        underWay--;
        if (underWay == 0) {
            notifyAll();
        }
    }
}
