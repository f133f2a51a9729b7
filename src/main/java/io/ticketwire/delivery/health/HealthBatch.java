package io.ticketwire.delivery.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.store.Emission;

/** What a batch of attempts, in their order, makes of the endpoints that were locked for it. Touches no database. */
final class HealthBatch {

    private final Map<UUID, HealthRow> before;
    private final Map<UUID, HealthRow> now;
    private final List<Emission> emissions = new ArrayList<>();

    HealthBatch(Map<UUID, HealthRow> locked) {
        before = locked;
        now = new HashMap<>(locked);
    }

    HealthBatch apply(List<Attempt> attempts) {
        attempts.forEach(attempt -> now.computeIfPresent(attempt.endpointId(), (id, row) -> after(row, attempt)));
        return this;
    }

    private HealthRow after(HealthRow row, Attempt attempt) {
        EndpointHealth.Step step = row.health().after(attempt, row.policy());
        step.change().map(row::emission).ifPresent(emissions::add);
        return new HealthRow(row.id(), row.name(), row.url(), row.policy(), step.health());
    }

    /** The endpoints whose counters have to be written. */
    List<HealthRow> changed() {
        return now.values().stream()
                .filter(row -> row.health().worthWriting(before.get(row.id()).health()))
                .toList();
    }

    /** Those of them that every process has to hear of. */
    List<HealthRow> turned() {
        return now.values().stream()
                .filter(row ->
                        row.health().status() != before.get(row.id()).health().status())
                .toList();
    }

    /** The events that tell of it, in their order. */
    List<Emission> emissions() {
        return emissions;
    }
}
