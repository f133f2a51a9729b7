package io.ticketwire.delivery.gate;

import java.time.Instant;

import io.smallrye.mutiny.subscription.UniEmitter;

import io.ticketwire.endpoint.Endpoint;

/**
 * A delivery at a gate.
 *
 * @param size of its body in bytes
 * @param since when it came
 */
record Visitor(Endpoint endpoint, int size, Instant since, UniEmitter<? super Admission> emitter) {

    Runnable told(Admission admission) {
        return () -> emitter.complete(admission);
    }
}
