package io.ticketwire.endpoint;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.DynamicUpdate;

import io.ticketwire.event.Json;
import io.ticketwire.security.SecretBox;

/**
 * A row of {@code endpoints}. Only columns that changed are written: the counters belong to the recorder of attempts,
 * which may change them at the same time.
 */
@Entity
@Table(name = "endpoints")
@DynamicUpdate
public class EndpointEntity extends PanacheEntityBase {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<JsonNode>>> FILTER = new TypeReference<>() {};

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long seq;

    String name;
    String url;
    String events;
    String signature;

    @Column(name = "sealed_secret")
    byte[] sealedSecret;

    @Column(name = "sealed_previous_secret")
    byte[] sealedPreviousSecret;

    @Column(name = "previous_secret_until")
    Instant previousSecretUntil;

    String headers;

    @Column(name = "retry_policy")
    String retryPolicy;

    @Column(name = "timeout_ms")
    long timeoutMs;

    @Column(name = "max_in_flight")
    int maxInFlight;

    @Column(name = "rate_limit")
    Double rateLimit;

    boolean ordered;

    @Column(name = "disable_after")
    int disableAfter;

    @Column(name = "disable_after_span_ms")
    long disableAfterSpanMs;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "counts_from")
    Instant countsFrom;

    String filter;
    String preset;
    String status;

    @Column(name = "disabled_reason")
    String disabledReason;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Column(name = "consecutive_failures")
    int consecutiveFailures;

    @Column(name = "last_success_at")
    Instant lastSuccessAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    List<String> eventPatterns() {
        return List.of(Json.read(events, String[].class));
    }

    SignatureScheme scheme() {
        return SignatureScheme.valueOf(signature.toUpperCase(Locale.ROOT));
    }

    EndpointStatus currentStatus() {
        return EndpointStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    Map<String, String> headerMap() {
        return Json.mapper().convertValue(Json.tree(headers), HEADERS);
    }

    List<Duration> retries() {
        return Arrays.stream(Json.read(retryPolicy, long[].class))
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    /** Empty: no filter. */
    Map<String, List<JsonNode>> filterRules() {
        return filter == null ? Map.of() : Json.mapper().convertValue(Json.tree(filter), FILTER);
    }

    /** Null: unsigned. */
    String secret(SecretBox box) {
        return open(box, sealedSecret);
    }

    void seal(SecretBox box, String secret) {
        sealedSecret = secret == null ? null : box.seal(secret, context());
    }

    void sealPrevious(SecretBox box, String secret) {
        sealedPreviousSecret = box.seal(secret, context());
    }

    private String open(SecretBox box, byte[] sealed) {
        return sealed == null ? null : box.openText(sealed, context());
    }

    private String context() {
        return "endpoint:" + id;
    }

    /** What fan-out and delivery work from. */
    Endpoint toEndpoint(SecretBox box) {
        return new Endpoint(
                id,
                name,
                URI.create(url),
                new Subscription(eventPatterns(), filterRules()),
                scheme(),
                secret(box),
                open(box, sealedPreviousSecret),
                previousSecretUntil,
                headerMap(),
                retries(),
                Duration.ofMillis(timeoutMs),
                maxInFlight,
                rateLimit,
                ordered,
                currentStatus());
    }
}
