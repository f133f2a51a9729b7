package io.ticketwire.platform;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An outage is told, and does not fill the log. */
class OutageTest {

    private static final Exception AWAY = new ConnectException("connection refused");

    private final AtomicLong nanos = new AtomicLong();
    private final Outage outage = new Outage("tracker", nanos::get);
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.logger.addHandler(lines);
    }

    @AfterEach
    void leave() {
        lines.logger.removeHandler(lines);
    }

    @Test
    void itsBeginningAndItsEndAreTold() {
        outage.failed(AWAY);
        pass(12);
        outage.succeeded();

        assertEquals(
                List.of(
                        "WARN tracker: waits for the database or the broker: " + AWAY,
                        "INFO tracker: goes on after 12 s"),
                lines.told);
    }

    @Test
    void aThousandTriesAreOneWarningInHalfAMinute() {
        for (int i = 0; i < 1_000; i++) {
            outage.failed(AWAY);
            nanos.addAndGet(Duration.ofMillis(61).toNanos());
        }

        assertEquals(3, lines.told.size(), lines.told::toString);
    }

    @Test
    void oneThatComesAndGoesSaysNoMoreThanOneThatLasts() {
        for (int i = 0; i < 60; i++) {
            outage.failed(AWAY);
            pass(1);
            outage.succeeded();
        }

        assertEquals(
                2, lines.told.stream().filter(line -> line.startsWith("WARN")).count(), lines.told::toString);
        assertEquals(4, lines.told.size(), lines.told::toString);
    }

    @Test
    void successAloneIsNothingToTell() {
        outage.succeeded();

        assertEquals(List.of(), lines.told);
    }

    @Test
    void theWarningSaysHowManyWait() {
        var one = outage.new Waiter();
        var other = outage.new Waiter();
        one.failed(AWAY);
        one.failed(AWAY);
        other.failed(AWAY);
        pass(30);
        other.failed(AWAY);
        one.ended();
        pass(30);
        other.failed(AWAY);

        assertTrue(lines.told.get(1).contains("(waiting: 2)"), lines.told::toString);
        assertTrue(lines.told.get(2).contains("(waiting: 1)"), lines.told::toString);
    }

    @Test
    void manyThatWaitPersistentlyAreOneWarning() {
        AtomicInteger failuresLeft = new AtomicInteger(40);
        Uni<Void> work = Batch.persistently(
                "outage-test",
                () -> failuresLeft.getAndDecrement() > 0
                        ? Uni.createFrom().failure(AWAY)
                        : Uni.createFrom().voidItem());

        Uni.join().all(Collections.nCopies(20, work)).andFailFast().await().atMost(Duration.ofSeconds(30));

        assertEquals(2, lines.told.size(), lines.told::toString);
        assertTrue(lines.told.get(0).startsWith("WARN outage-test: waits"), lines.told::toString);
        assertTrue(lines.told.get(1).startsWith("INFO outage-test: goes on"), lines.told::toString);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** What an operator sees: INFO and worse. */
    private static final class Lines extends Handler {

        final Logger logger = Logger.getLogger(Outage.class.getName());
        final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                String text = line instanceof org.jboss.logmanager.ExtLogRecord ours
                        ? ours.getFormattedMessage()
                        : String.format(line.getMessage(), line.getParameters());
                told.add((line.getLevel().intValue() >= Level.WARNING.intValue() ? "WARN " : "INFO ") + text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
