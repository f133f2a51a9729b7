package io.ticketwire.bench.load;

import java.time.Duration;

import io.ticketwire.bench.process.Waiting;

/** Customers' messages into the ingress, and what is published of them out of the broker. */
final class LetterLoad {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration STALLED = Duration.ofSeconds(20);

    /** How long after the last arrival it is listened for what comes twice. */
    private static final Duration ECHO = Duration.ofSeconds(2);

    private final Generator.Letters load;
    private final Sendings sendings = new Sendings();
    private long arrivals;
    private long arrivedNanos;

    LetterLoad(Generator.Letters load) {
        this.load = load;
    }

    Generator.Told run(HttpLoad http) {
        Customers customers = new Customers(load, sendings);
        try (Listener listener = Listener.start(load.bootstrap(), sendings)) {
            Generator.Answered answered = http.run(load.callbacks(), customers);
            Waiting.cameTrue(LONGEST, () -> sendings.complete() || silentFor(STALLED));
            Waiting.cameTrue(LONGEST, () -> silentFor(ECHO));
            return new Generator.Told(answered, customers.replies(), sendings.summary());
        }
    }

    private boolean silentFor(Duration time) {
        long now = sendings.arrivals();
        if (now != arrivals || arrivedNanos == 0) {
            arrivals = now;
            arrivedNanos = System.nanoTime();
        }
        return System.nanoTime() - arrivedNanos > time.toNanos();
    }
}
