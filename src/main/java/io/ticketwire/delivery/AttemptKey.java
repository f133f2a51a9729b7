package io.ticketwire.delivery;

import java.util.UUID;

import io.ticketwire.event.Attempt;

/** What tells attempts apart. */
record AttemptKey(UUID deliveryId, int number, long startedAtMillis) {

    static AttemptKey of(Attempt attempt) {
        return new AttemptKey(
                attempt.deliveryId(), attempt.number(), attempt.startedAt().toEpochMilli());
    }
}
