package io.ticketwire.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import org.jboss.logging.Logger;

/** A graceful stop: no new work is taken, what is under way is waited for, within a bound. */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration STEP = Duration.ofMillis(20);

    private final ChannelRegistry channels;
    private final Duration longest;

    Drain(ChannelRegistry channels, PlatformSettings settings) {
        this.channels = channels;
        this.longest = settings.shutdown().drain();
    }

    /** Takes no more records from these channels. */
    public void pause(String... names) {
        for (String name : names) {
            PausableChannel channel = channels.getPausable(name);
            if (channel != null) {
                channel.pause();
            }
        }
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
