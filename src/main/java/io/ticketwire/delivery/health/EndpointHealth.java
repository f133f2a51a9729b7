package io.ticketwire.delivery.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.Attempt.Outcome;
import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.EventType;

/**
 * How an endpoint does: a pure function of its attempts, in the order in which they were recorded.
 *
 * <pre>
 *            a delivery is given up
 *   active -------------------------> failing      webhook.failing
 *     | ^ <-------------------------    |          webhook.recovered
 *     | |          success              |
 *     | +--- by hand ---+               |
 *     |                 |               |
 *     +------------> disabled <---------+          webhook.disabled
 *       410, or too many failures in a row
 * </pre>
 *
 * Enabling by hand is no recovery: {@code webhook.recovered} comes with the first success after it. A disabled endpoint
 * stays as it is, whatever becomes of the attempts that were still under way.
 *
 * <p>An attempt to tell somebody of such an event counts like any other, but makes no endpoint failing or recovered: an
 * endpoint that takes {@code webhook.failing} and refuses {@code webhook.recovered} would else have news of itself for ever.
 *
 * @param disabledReason null unless disabled
 * @param disabledAt null unless disabled
 * @param failingSince when the first of the failures in a row began; null if there are none
 * @param lastSuccessAt may be a second behind in the database, see {@link #worthWriting}
 * @param unwellSince when the trouble began that was told last; null if its end was told too
 */
record EndpointHealth(
        EndpointStatus status,
        String disabledReason,
        Instant disabledAt,
        int consecutiveFailures,
        Instant failingSince,
        Instant lastSuccessAt,
        Instant unwellSince) {

    private static final int GONE = 410;
    private static final Duration SUCCESS_WRITTEN_EVERY = Duration.ofSeconds(1);

    /**
     * How it does after an attempt.
     *
     * @param change what has to be told; mostly nothing
     */
    record Step(EndpointHealth health, Optional<HealthChange> change) {

        static Step silent(EndpointHealth health) {
            return new Step(health, Optional.empty());
        }
    }

    Step after(Attempt attempt, HealthPolicy policy) {
        boolean success = attempt.outcome() == Outcome.DELIVERED;
        if (status == EndpointStatus.DISABLED || !policy.counts(attempt)) {
            return Step.silent(success ? succeeded(attempt.startedAt()) : this);
        }
        return success ? afterSuccess(attempt) : afterFailure(attempt, policy);
    }

    private Step afterSuccess(Attempt attempt) {
        EndpointHealth well = succeeded(attempt.startedAt()).failures(0, null);
        if (!unwell() || tellsOfEndpoints(attempt)) {
            return Step.silent(well);
        }
        EndpointHealth recovered = well.becomes(EndpointStatus.ACTIVE, null);
        Instant since = unwellSince == null ? attempt.startedAt() : unwellSince;
        return new Step(
                recovered,
                Optional.of(new HealthChange(
                        EventType.WEBHOOK_RECOVERED,
                        EndpointNews.DELIVERED,
                        attempt,
                        consecutiveFailures,
                        since,
                        recovered)));
    }

    private Step afterFailure(Attempt attempt, HealthPolicy policy) {
        Instant since = earlier(failingSince, attempt.startedAt());
        EndpointHealth worse = failures(consecutiveFailures + 1, since);
        if (attempt.statusCode() != null && attempt.statusCode() == GONE) {
            return worse.disabled(EndpointNews.GONE, attempt);
        }
        if (policy.exceeded(worse.consecutiveFailures, since, attempt.startedAt())) {
            return worse.disabled(EndpointNews.FAILURES, attempt);
        }
        boolean givenUp = attempt.outcome() != Outcome.RETRYING;
        if (givenUp && status == EndpointStatus.ACTIVE && !tellsOfEndpoints(attempt)) {
            String reason = attempt.outcome() == Outcome.DEAD ? EndpointNews.RETRIES_EXHAUSTED : EndpointNews.GIVEN_UP;
            EndpointHealth failing = worse.becomes(EndpointStatus.FAILING, earlier(unwellSince, since));
            return new Step(failing, Optional.of(failing.told(EventType.WEBHOOK_FAILING, reason, attempt)));
        }
        return Step.silent(worse);
    }

    private Step disabled(String reason, Attempt attempt) {
        Instant at = attempt.startedAt().plusMillis(attempt.durationMs());
        EndpointHealth disabled = new EndpointHealth(
                EndpointStatus.DISABLED,
                reason,
                at,
                consecutiveFailures,
                failingSince,
                lastSuccessAt,
                earlier(unwellSince, failingSince));
        return new Step(disabled, Optional.of(disabled.told(EventType.WEBHOOK_DISABLED, reason, attempt)));
    }

    private HealthChange told(EventType type, String reason, Attempt attempt) {
        return new HealthChange(type, reason, attempt, consecutiveFailures, failingSince, this);
    }

    /** Whether a recovery has to be told. */
    private boolean unwell() {
        return unwellSince != null || status == EndpointStatus.FAILING;
    }

    private static boolean tellsOfEndpoints(Attempt attempt) {
        return EventType.of(attempt.eventType())
                .filter(EventType.OF_ENDPOINTS::contains)
                .isPresent();
    }

    private EndpointHealth succeeded(Instant at) {
        Instant last = lastSuccessAt == null || at.isAfter(lastSuccessAt) ? at : lastSuccessAt;
        return new EndpointHealth(
                status, disabledReason, disabledAt, consecutiveFailures, failingSince, last, unwellSince);
    }

    private EndpointHealth failures(int inARow, Instant since) {
        return new EndpointHealth(status, disabledReason, disabledAt, inARow, since, lastSuccessAt, unwellSince);
    }

    private EndpointHealth becomes(EndpointStatus next, Instant unwell) {
        return new EndpointHealth(next, null, null, consecutiveFailures, failingSince, lastSuccessAt, unwell);
    }

    /**
     * Whether the database has to know. That the last success of an endpoint that is well was a moment later than it says is
     * no reason to write: that would be a write for each batch.
     */
    boolean worthWriting(EndpointHealth before) {
        boolean onlyLater = equals(before.succeededAt(lastSuccessAt));
        return !onlyLater
                || lastSuccessAt != null
                        && (before.lastSuccessAt == null
                                || !lastSuccessAt.isBefore(before.lastSuccessAt.plus(SUCCESS_WRITTEN_EVERY)));
    }

    private EndpointHealth succeededAt(Instant at) {
        return new EndpointHealth(
                status, disabledReason, disabledAt, consecutiveFailures, failingSince, at, unwellSince);
    }

    private static Instant earlier(Instant known, Instant other) {
        return known != null && known.isBefore(other) ? known : other;
    }
}
