package io.ticketwire.bench.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * An open loop: what is to happen happens at times that were fixed beforehand, however long the earlier took. Who comes too
 * late is told the intended time, so that waiting counts as latency.
 */
final class Pace {

    private static final long EARLY_NANOS = 50_000;

    private Pace() {}

    /** Calls the action rate times a second, with the intended time in microseconds since 1970; gives how often it did. */
    static long run(double perSecond, int seconds, LongConsumer action) {
        long startNanos = System.nanoTime();
        long startMicros = nowMicros();
        long count = Math.round(perSecond * seconds);
        for (long i = 0; i < count; i++) {
            long due = (long) (i * 1e9 / perSecond);
            long left = due - (System.nanoTime() - startNanos);
            while (left > EARLY_NANOS) {
                LockSupport.parkNanos(left);
                left = due - (System.nanoTime() - startNanos);
            }
            action.accept(startMicros + due / 1_000);
        }
        return count;
    }

    static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
