package io.ticketwire.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.platform.FieldChecks;

/**
 * An endpoint request that was found valid, with its defaults filled in.
 *
 * @param filter null: none
 */
record EndpointForm(
        String name,
        String url,
        List<String> events,
        SignatureScheme signature,
        Map<String, String> headers,
        List<Duration> retries,
        Duration timeout,
        int maxInFlight,
        Double rateLimit,
        boolean ordered,
        int disableAfter,
        Duration disableAfterSpan,
        JsonNode filter,
        Preset preset) {

    private static final int MAX_EVENTS = 100;
    private static final int MAX_RETRIES = 20;
    private static final int DEFAULT_IN_FLIGHT = 8;
    private static final int MAX_IN_FLIGHT = 256;
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final double LOWEST_RATE = 0.001;
    private static final double HIGHEST_RATE = 10_000;
    private static final int MOST_FAILURES = 10_000;
    private static final Duration LONGEST_SPAN = Duration.ofDays(7);

    /** Types that are not known yet may be named: new ones appear at any time. */
    private static final Pattern EVENTS = Pattern.compile("\\*|[a-z]+(\\.[a-z_]+)*(\\.\\*)?");

    /** Ends the request, naming each field that is wrong. */
    static EndpointForm of(EndpointRequest request, EndpointUrls urls) {
        FieldChecks checks = new FieldChecks();
        checks.name(request.name());
        urls.refusal(request.url()).ifPresent(reason -> checks.refuse("url", reason));
        checkEvents(request.events(), checks);
        Preset preset = preset(request.preset(), checks);
        SignatureScheme signature = signature(request.signature(), preset, checks);
        Map<String, String> headers = request.headers() == null ? Map.of() : request.headers();
        HeaderRules.check(headers, checks);
        List<Duration> retries = retries(request.retryPolicy(), preset, checks);
        Duration timeout = timeout(request.timeout(), preset, checks);
        int maxInFlight = request.maxInFlight() == null ? DEFAULT_IN_FLIGHT : request.maxInFlight();
        checks.require(
                maxInFlight >= 1 && maxInFlight <= MAX_IN_FLIGHT,
                "max_in_flight",
                "must be from 1 to " + MAX_IN_FLIGHT);
        Double rateLimit = request.rateLimit();
        checks.require(
                rateLimit == null || rateLimit >= LOWEST_RATE && rateLimit <= HIGHEST_RATE,
                "rate_limit",
                "must be a number of attempts a second, from 0.001 to 10000");
        int disableAfter = request.disableAfter() == null ? preset.disableAfter : request.disableAfter();
        checks.require(
                disableAfter >= 0 && disableAfter <= MOST_FAILURES,
                "disable_after",
                "must be a number of failures, or 0 for never");
        Duration disableAfterSpan = request.disableAfterSpan() == null
                ? Duration.ZERO
                : checks.duration("disable_after_span", request.disableAfterSpan(), Duration.ZERO, LONGEST_SPAN)
                        .orElse(Duration.ZERO);
        JsonNode filter = request.filter() == null || request.filter().isNull() ? null : request.filter();
        if (filter != null) {
            FilterRules.check(filter, checks);
        }
        checks.done();
        return new EndpointForm(
                request.name(),
                request.url(),
                request.events(),
                signature,
                headers,
                retries,
                timeout,
                maxInFlight,
                rateLimit,
                request.ordered() != null && request.ordered(),
                disableAfter,
                disableAfterSpan,
                filter,
                preset);
    }

    private static void checkEvents(List<String> events, FieldChecks checks) {
        checks.require(
                events != null && !events.isEmpty() && events.size() <= MAX_EVENTS,
                "events",
                "must have 1 to " + MAX_EVENTS + " entries");
        for (int i = 0; events != null && i < Math.min(events.size(), MAX_EVENTS); i++) {
            boolean fine =
                    events.get(i) != null && EVENTS.matcher(events.get(i)).matches();
            checks.require(
                    fine,
                    "events[" + i + "]",
                    "must be *, a type such as ticket.created or a wildcard such as ticket.*");
        }
    }

    private static Preset preset(String word, FieldChecks checks) {
        Optional<Preset> preset = word == null ? Optional.of(Preset.TICKETS) : Preset.of(word);
        checks.require(preset.isPresent(), "preset", "must be tickets or messaging");
        return preset.orElse(Preset.TICKETS);
    }

    private static SignatureScheme signature(String word, Preset preset, FieldChecks checks) {
        if (word == null) {
            return preset.signature;
        }
        Optional<SignatureScheme> scheme = Stream.of(SignatureScheme.values())
                .filter(known -> known.word().equals(word))
                .findAny();
        checks.require(scheme.isPresent(), "signature", "must be sha256, hex or standard");
        return scheme.orElse(preset.signature);
    }

    private static List<Duration> retries(List<String> delays, Preset preset, FieldChecks checks) {
        if (delays == null) {
            return preset.retries;
        }
        checks.require(delays.size() <= MAX_RETRIES, "retry_policy", "may have at most " + MAX_RETRIES + " delays");
        List<Duration> retries = new ArrayList<>();
        for (int i = 0; i < Math.min(delays.size(), MAX_RETRIES); i++) {
            checks.duration("retry_policy[" + i + "]", delays.get(i), SHORTEST_DELAY, LONGEST_DELAY)
                    .ifPresent(retries::add);
        }
        return retries;
    }

    private static Duration timeout(String timeout, Preset preset, FieldChecks checks) {
        return timeout == null
                ? preset.timeout
                : checks.duration("timeout", timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT)
                        .orElse(preset.timeout);
    }
}
