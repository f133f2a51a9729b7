package io.ticketwire.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.ticketwire.endpoint.ConfidentialHeaders;
import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.platform.OneLine;

/** Makes one attempt: signs, sends, judges. Tells nobody about it. */
@ApplicationScoped
public class Courier {

    private static final int MAX_ERROR = 1_000;

    private final WebhookClient client;
    private final DeliverySettings settings;
    private final String userAgent;

    Courier(
            WebhookClient client,
            DeliverySettings settings,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.client = client;
        this.settings = settings;
        this.userAgent = "Ticketwire/" + version;
    }

    /**
     * Tries to deliver.
     *
     * @param policy what is to be done if it fails
     */
    Uni<Tried> attempt(DeliveryTask task, Endpoint endpoint, RetryPolicy policy) {
        Instant start = Instant.now();
        long startNanos = System.nanoTime();
        Map<String, String> headers = DeliveryHeaders.of(task, endpoint, start, userAgent);
        return client.post(endpoint.url(), headers, task.body(), endpoint.timeout())
                .map(exchange -> {
                    long millis = (System.nanoTime() - startNanos) / 1_000_000;
                    double jitter =
                            settings.jitter() * ThreadLocalRandom.current().nextDouble();
                    Verdict verdict =
                            Verdict.of(exchange, policy, task.attempt() + 1 - task.policyFrom(), Instant.now(), jitter);
                    return new Tried(
                            record(task, endpoint, headers, start, millis, exchange, verdict), verdict.pauseUntil());
                });
    }

    private static Attempt record(
            DeliveryTask task,
            Endpoint endpoint,
            Map<String, String> headers,
            Instant start,
            long millis,
            Exchange exchange,
            Verdict verdict) {
        Exchange.Responded response = exchange instanceof Exchange.Responded responded ? responded : null;
        KeptResponse kept = response == null ? null : KeptResponse.of(response, endpoint.headers());
        return new Attempt(
                task.id(),
                task.eventId(),
                task.eventType(),
                task.endpointId(),
                task.attempt() + 1,
                verdict.outcome(),
                start,
                millis,
                response == null ? null : response.status(),
                readable(verdict.error()),
                verdict.nextAttemptAt(),
                ConfidentialHeaders.masked(headers),
                kept == null ? Map.of() : kept.headers(),
                kept == null ? null : kept.body());
    }

    /** An error may quote what the other side sent, as its status line: bounded, one line in a log, and without NUL. */
    static String readable(String error) {
        if (error == null) {
            return null;
        }
        int end = Math.min(error.length(), MAX_ERROR);
        if (end > 0 && end < error.length() && Character.isHighSurrogate(error.charAt(end - 1))) {
            end--;
        }
        return OneLine.of(error.substring(0, end));
    }
}
