package io.ticketwire.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import io.ticketwire.testing.Instance;

/**
 * The gateway under somebody who starts it again whenever it ends, as any operator has it. It does end: when the database
 * is away at its start it says so and goes.
 */
final class SupervisedGateway implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(300);
    private static final long LOOK_MS = 200;

    private final Instance instance;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor();
    private final List<Instant> endedByItself = new CopyOnWriteArrayList<>();
    private boolean killed;
    private boolean closed;

    SupervisedGateway(Instance instance) {
        this.instance = instance;
    }

    SupervisedGateway start() {
        instance.launch();
        supervisor.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
        awaitReady();
        return this;
    }

    private synchronized void look() {
        if (closed || instance.running()) {
            return;
        }
        if (!killed) {
            endedByItself.add(Instant.now());
        }
        killed = false;
        instance.launch();
    }

    /** {@code kill -9}; it is started again. */
    synchronized void kill() throws InterruptedException {
        killed = instance.running();
        instance.kill();
    }

    void freeze() throws Exception {
        Signals.freeze(List.of(instance.handle()));
    }

    void thaw() throws Exception {
        Signals.thaw(List.of(instance.handle()));
    }

    /** Waits until it says that it is ready. */
    void awaitReady() {
        Awaitility.await("the gateway is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(this::ready);
    }

    private boolean ready() {
        try {
            return instance.gateway().anonymous("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** When it ended without having been killed. */
    List<Instant> endedByItself() {
        return endedByItself;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        supervisor.shutdownNow();
        instance.close();
    }
}
