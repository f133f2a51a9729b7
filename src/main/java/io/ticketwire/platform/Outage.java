package io.ticketwire.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/**
 * What one part of the process says while the database or the broker is away: that it waits, at most once in half a minute
 * however many wait and try, and that it goes on. Each single try is told at DEBUG only.
 *
 * <pre>
 *   well --a try fails: WARN--> away --a try succeeds: INFO--> well
 *                               |  ^
 *                               +--+ fails: WARN if the last is 30 s ago, else DEBUG
 * </pre>
 *
 * One that comes and goes says no more than one that lasts: what begins within half a minute of the last warning is told
 * when that is over, if it still goes on.
 */
public final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final long BETWEEN_WARNINGS = Duration.ofSeconds(30).toNanos();

    private final String what;
    private final LongSupplier nanos;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean away;
    private long since;
    private boolean told;
    private boolean everWarned;
    private long lastWarning;

    /** @param what who waits, for the log, e.g. {@code tracker} */
    public Outage(String what) {
        this(what, System::nanoTime);
    }

    Outage(String what, LongSupplier nanos) {
        this.what = what;
        this.nanos = nanos;
    }

    /** A try failed, and there will be another. */
    public synchronized void failed(Throwable failure) {
        long now = nanos.getAsLong();
        if (!away) {
            away = true;
            since = now;
            told = false;
        }
        Logger.Level level = Logger.Level.DEBUG;
        if (!everWarned || now - lastWarning >= BETWEEN_WARNINGS) {
            level = Logger.Level.WARN;
            everWarned = true;
            told = true;
            lastWarning = now;
        }
        int count = waiting.get();
        LOG.logf(
                level,
                "%s: waits for the database or the broker%s: %s",
                what,
                count == 0 ? "" : " (waiting: " + count + ")",
                failure);
    }

    /** A try succeeded. */
    public void succeeded() {
        if (away) {
            over();
        }
    }

    private synchronized void over() {
        if (away) {
            away = false;
            LOG.logf(
                    told ? Logger.Level.INFO : Logger.Level.DEBUG,
                    "%s: goes on after %d s",
                    what,
                    Duration.ofNanos(nanos.getAsLong() - since).toSeconds());
        }
    }

    /** One piece of work, which counts as waiting from its first failure to its end. */
    final class Waiter {

        private boolean waits;

        void failed(Throwable failure) {
            if (!waits) {
                waits = true;
                waiting.incrementAndGet();
            }
            Outage.this.failed(failure);
        }

        void ended() {
            if (waits) {
                waits = false;
                waiting.decrementAndGet();
            }
        }
    }
}
