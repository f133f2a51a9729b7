package io.ticketwire.delivery.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.ticketwire.event.Attempt;

/**
 * The latest attempts of this process, for as long as the records of them may be on their way to the database. Bounded; what
 * has been forgotten is there.
 */
@ApplicationScoped
public class RecentAttempts {

    /** About 10 MB, and more than the recorder is ever behind in a healthy system. */
    private static final int MOST = 50_000;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * What is remembered of an attempt.
     *
     * @param next when the next attempt is due; null: the delivery is over
     */
    public record Recent(int number, Instant startedAt, Instant next) {

        public boolean over() {
            return next == null;
        }
    }

    private final Cache<UUID, Recent> attempts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** Remembers an attempt whose outcome is durable. */
    public void remember(Attempt attempt) {
        attempts.put(attempt.deliveryId(), new Recent(attempt.number(), attempt.startedAt(), attempt.nextAttemptAt()));
    }

    /** The latest attempt of a delivery, if it was made here and not long ago. */
    public Optional<Recent> of(UUID deliveryId) {
        return Optional.ofNullable(attempts.getIfPresent(deliveryId));
    }
}
