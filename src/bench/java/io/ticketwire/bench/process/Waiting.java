package io.ticketwire.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
public final class Waiting {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Waiting() {}

    /** @throws IllegalStateException if it does not come true in time */
    public static void until(Duration patience, String what, BooleanSupplier condition) {
        if (!cameTrue(patience, condition)) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain for " + what);
        }
    }

    /** Whether it came true in time. */
    public static boolean cameTrue(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return true;
    }
}
