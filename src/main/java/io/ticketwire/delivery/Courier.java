package io.ticketwire.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes one attempt: signs, sends, judges. Tells nobody about it. */
@ApplicationScoped
public class Courier {

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
    Uni<Attempt> attempt(DeliveryTask task, Endpoint endpoint, RetryPolicy policy) {
        Instant start = Instant.now();
        long startNanos = System.nanoTime();
        Map<String, String> headers = DeliveryHeaders.of(task, endpoint, start, userAgent);
        return client.post(endpoint.url(), headers, task.body(), endpoint.timeout())
                .map(exchange -> {
                    long millis = (System.nanoTime() - startNanos) / 1_000_000;
                    double jitter =
                            settings.jitter() * ThreadLocalRandom.current().nextDouble();
                    Verdict verdict = Verdict.of(exchange, policy, task.attempt() + 1, Instant.now(), jitter);
                    return record(task, headers, start, millis, exchange, verdict);
                });
    }

    private static Attempt record(
            DeliveryTask task,
            Map<String, String> headers,
            Instant start,
            long millis,
            Exchange exchange,
            Verdict verdict) {
        Exchange.Responded response = exchange instanceof Exchange.Responded responded ? responded : null;
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
                verdict.error(),
                verdict.nextAttemptAt(),
                DeliveryHeaders.masked(headers),
                response == null ? Map.of() : response.headers(),
                response == null ? null : text(response.body()));
    }

    /** Bytes that are no UTF-8 are replaced, and so is NUL, which the database does not take. */
    private static String text(byte[] body) {
        return new String(body, UTF_8).replace('\u0000', '\uFFFD');
    }

    /** The record of a delivery that is given up without a try. */
    static Attempt untried(DeliveryTask task, Attempt.Outcome outcome, String error) {
        return new Attempt(
                task.id(),
                task.eventId(),
                task.eventType(),
                task.endpointId(),
                task.attempt(),
                outcome,
                Instant.now(),
                0,
                null,
                error,
                null,
                Map.of(),
                Map.of(),
                null);
    }
}
