package io.ticketwire.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.ticketwire.event.Attempt;

/**
 * What a batch of attempts means for an endpoint's counters.
 *
 * @param lastSuccessAt null if the batch holds none
 * @param failuresSince failures in a row at the end of the batch
 */
record EndpointTally(UUID endpointId, Instant lastSuccessAt, int failuresSince) {

    /** The tallies of attempts in their order; those that are not fresh were counted before. */
    static List<EndpointTally> of(List<Attempt> attempts, Set<AttemptKey> fresh) {
        Map<UUID, EndpointTally> tallies = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            if (fresh.contains(AttemptKey.of(attempt))) {
                tallies.merge(attempt.endpointId(), one(attempt), EndpointTally::then);
            }
        }
        return new ArrayList<>(tallies.values());
    }

    private static EndpointTally one(Attempt attempt) {
        boolean success = attempt.outcome() == Attempt.Outcome.DELIVERED;
        return new EndpointTally(attempt.endpointId(), success ? attempt.startedAt() : null, success ? 0 : 1);
    }

    private EndpointTally then(EndpointTally next) {
        return next.lastSuccessAt != null
                ? next
                : new EndpointTally(endpointId, lastSuccessAt, failuresSince + next.failuresSince);
    }
}
