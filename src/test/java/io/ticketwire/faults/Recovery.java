package io.ticketwire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.event.Ids;

/**
 * How long something that went wrong was felt.
 *
 * @param kind what went wrong
 * @param at after the beginning of the run
 * @param lasted until the server answered again, or what was slow or refused no longer was
 * @param flowingAfter from then until an event that was sent after it had arrived; null: none was sent any more
 */
record Recovery(FaultKind kind, Duration at, Duration lasted, Duration flowingAfter) {

    /**
     * Judges.
     *
     * @param accepted the events and when they were sent
     * @param endpoint whose deliveries are looked at
     * @param firstAnswers when each delivery arrived
     */
    static Recovery of(
            Injected fault,
            Instant start,
            Map<UUID, Instant> accepted,
            UUID endpoint,
            Map<UUID, Instant> firstAnswers) {
        Duration flowing = accepted.entrySet().stream()
                .filter(event -> event.getValue().isAfter(fault.over()))
                .map(event -> firstAnswers.get(Ids.delivery(event.getKey(), endpoint)))
                .filter(arrived -> arrived != null)
                .min(Instant::compareTo)
                .map(arrived -> Duration.between(fault.over(), arrived))
                .orElse(null);
        return new Recovery(
                fault.kind(),
                Duration.between(start, fault.begin()),
                Duration.between(fault.begin(), fault.over()),
                flowing);
    }
}
