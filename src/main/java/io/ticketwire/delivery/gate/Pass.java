package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The permission to make one attempt. Whoever has it says how that ended, or gives it back; only the first word counts. */
public final class Pass implements Admission {

    private final Gate gate;
    private final boolean probe;
    private final Runnable release;
    private final AtomicBoolean over = new AtomicBoolean();

    Pass(Gate gate, boolean probe, Runnable release) {
        this.gate = gate;
        this.probe = probe;
        this.release = release;
    }

    /** There was no attempt. */
    public void unused() {
        if (end()) {
            gate.leave(probe);
        }
    }

    /** The receiver took it. */
    public void succeeded(Duration duration, Instant now) {
        if (end()) {
            gate.succeeded(probe, duration, now);
        }
    }

    /**
     * It failed.
     *
     * @param answered whether there was a response
     * @param pauseUntil when the receiver wants the next request; null if it said nothing
     */
    public void failed(boolean answered, Instant pauseUntil, Instant now) {
        if (end()) {
            gate.failed(probe, answered, pauseUntil, now);
        }
    }

    private boolean end() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            release.run();
        }
        return first;
    }
}
