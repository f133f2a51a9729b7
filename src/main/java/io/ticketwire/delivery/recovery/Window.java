package io.ticketwire.delivery.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.ticketwire.platform.FieldChecks;

/**
 * What a recovery is about.
 *
 * @param since the first moment
 * @param until the first moment after it
 */
record Window(Only only, Instant since, Instant until) {

    /** How far the caller's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Reads a request; ends it with a problem document if its times make no window. */
    static Window of(RecoverResource.Request request, Instant now) {
        FieldChecks checks = new FieldChecks();
        checks.require(request.since() != null, "since", "is required");
        Instant since = time(checks, "since", request.since());
        Instant until = request.until() == null ? now : time(checks, "until", request.until());
        checks.require(until == null || !until.isAfter(now.plus(SKEW)), "until", "must not lie ahead");
        checks.require(since == null || until == null || since.isBefore(until), "since", "must be before until");
        checks.done();
        Only only = request.only() == null ? Only.FAILED : request.only();
        return new Window(only, since, until.isAfter(now) ? now : until);
    }

    private static Instant time(FieldChecks checks, String field, String text) {
        return text == null
                ? null
                : checks.time(field, text)
                        .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                        .orElse(null);
    }
}
