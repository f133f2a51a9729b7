package io.ticketwire.intelligence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.Roles;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TallyTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void everyNumberIsThereBeforeTheFirstOfWhatItCounts() {
        // when
        tally("intelligence").start(new StartupEvent());

        // then
        assertEquals(0, metrics.get("ticketwire.intelligence.buried").counter().count());
        assertEquals(0, metrics.get("ticketwire.intelligence.latency").timer().count());
        for (String reason : List.of("not_customer", "not_public", "no_text", "no_new_text", "unreadable")) {
            assertEquals(0, count("skipped", "reason", reason));
        }
        for (String level : List.of("none", "frustrated", "hostile")) {
            for (String alarm : List.of("none", "score", "mood", "hostility")) {
                assertEquals(0, count("read", "level", level, "alarm", alarm));
            }
        }
    }

    @Test
    void aProcessThatReadsNothingCountsNothing() {
        // when
        tally("api,delivery").start(new StartupEvent());

        // then
        assertEquals(List.of(), metrics.getMeters());
    }

    @Test
    void latenciesAreCountedAroundWhatIsWanted() {
        // given
        Tally tally = tally("intelligence");

        // when
        tally.latency().record(Duration.ofMillis(200));
        tally.latency().record(Duration.ofMillis(300));

        // then
        assertEquals(
                List.of("50 0", "100 0", "250 1", "500 2", "1000 2", "5000 2"),
                Arrays.stream(tally.latency().takeSnapshot().histogramCounts())
                        .map(bucket -> (int) bucket.bucket(TimeUnit.MILLISECONDS) + " " + (int) bucket.count())
                        .toList());
    }

    private double count(String name, String... tags) {
        Counter counter =
                metrics.get("ticketwire.intelligence." + name).tags(tags).counter();
        return counter.count();
    }

    private Tally tally(String roles) {
        return new Tally(metrics, new Roles(Settings.of(PlatformSettings.class, "ticketwire.roles", roles)));
    }
}
