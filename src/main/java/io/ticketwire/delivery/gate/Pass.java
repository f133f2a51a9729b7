package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The permission to make one attempt. Whoever has it says how that ended, or gives it back; only the first word counts. */
public final class Pass implements Admission {

    private final Gate gate;
    private final boolean probe;
    private final AtomicBoolean over = new AtomicBoolean();

    Pass(Gate gate, boolean probe) {
        this.gate = gate;
        this.probe = probe;
    }

    /** There was no attempt. */
    public void unused() {
        if (end()) {
            gate.unused(this, Instant.now()).forEach(Runnable::run);
        }
    }

    /** The receiver took it. */
    public void succeeded(Duration duration, Instant now) {
        if (end()) {
            gate.succeeded(this, duration, now).forEach(Runnable::run);
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
            gate.failed(this, answered, pauseUntil, now).forEach(Runnable::run);
        }
    }

    private boolean end() {
        return over.compareAndSet(false, true);
    }

    /** Whether it was let through to find out whether the endpoint is back. */
    boolean probe() {
        return probe;
    }
}
