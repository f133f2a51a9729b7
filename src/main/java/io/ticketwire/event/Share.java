package io.ticketwire.event;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.subscription.UniEmitter;

/** Records that are published together: over when the fate of every one of them is known. */
final class Share {

    private final AtomicInteger open;
    private final AtomicReference<BrokerUnavailableException> failure = new AtomicReference<>();
    private final AtomicReference<UnpublishableException> unpublishable = new AtomicReference<>();
    private final UniEmitter<? super Optional<UnpublishableException>> emitter;

    Share(int size, UniEmitter<? super Optional<UnpublishableException>> emitter) {
        this.open = new AtomicInteger(size);
        this.emitter = emitter;
    }

    void durable() {
        countDown();
    }

    void failed(BrokerUnavailableException cause) {
        failure.compareAndSet(null, cause);
        countDown();
    }

    void unpublishable(UnpublishableException cause) {
        unpublishable.compareAndSet(null, cause);
        countDown();
    }

    private void countDown() {
        if (open.decrementAndGet() > 0) {
            return;
        }
        if (failure.get() != null) {
            emitter.fail(failure.get());
        } else {
            emitter.complete(Optional.ofNullable(unpublishable.get()));
        }
    }
}
