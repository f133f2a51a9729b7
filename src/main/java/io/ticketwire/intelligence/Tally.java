package io.ticketwire.intelligence;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;

import io.ticketwire.event.InsightWords;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * What became of messages, in numbers. All of them are there from the start, as 0: Prometheus sees no increase in a number that
 * comes into being as 1.
 */
@ApplicationScoped
public class Tally {

    /** What is said of a message that escalates nothing. */
    static final String NO_ALARM = "none";

    private static final List<String> SKIPPED =
            List.of("not_customer", "not_public", "no_text", "no_new_text", "unreadable");

    /** An alarm is wanted within 250 ms; what is far beyond is told from what is not. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry metrics;
    private final Roles roles;

    Tally(MeterRegistry metrics, Roles roles) {
        this.metrics = metrics;
        this.roles = roles;
    }

    void start(@Observes StartupEvent event) {
        if (!roles.has(Role.INTELLIGENCE)) {
            return;
        }
        for (String level : InsightWords.HOSTILITIES) {
            read(level, NO_ALARM);
            for (AlarmKind alarm : AlarmKind.values()) {
                read(level, alarm.word());
            }
        }
        SKIPPED.forEach(this::skipped);
        buried();
        latency();
    }

    /** Messages that were read, and whose insight the broker has. */
    Counter read(String level, String alarm) {
        return metrics.counter("ticketwire.intelligence.read", "level", level, "alarm", alarm);
    }

    /** From when they were received to when the broker had their insight. */
    Timer latency() {
        return Timer.builder("ticketwire.intelligence.latency")
                .serviceLevelObjectives(BOUNDS)
                .register(metrics);
    }

    /** Messages that are not to be read. */
    Counter skipped(String reason) {
        return metrics.counter("ticketwire.intelligence.skipped", "reason", reason);
    }

    /** Messages that were to be read, and could not be. */
    Counter buried() {
        return metrics.counter("ticketwire.intelligence.buried");
    }
}
