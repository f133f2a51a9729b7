package io.ticketwire.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.endpoint.SignatureScheme;
import io.ticketwire.endpoint.Subscription;

/** An endpoint that wants everything, in all but what a test says. */
public final class EndpointExample {

    private UUID id = UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77");
    private String url = "https://crm.example.com/hooks";
    private List<String> events = List.of("*");
    private Map<String, List<JsonNode>> filter = Map.of();
    private SignatureScheme signature = SignatureScheme.SHA256;
    private String secret;
    private String previousSecret;
    private Instant previousSecretUntil;
    private Map<String, String> headers = new LinkedHashMap<>();
    private int maxInFlight = 8;
    private Double rateLimit;
    private boolean ordered;
    private EndpointStatus status = EndpointStatus.ACTIVE;

    public static EndpointExample endpoint() {
        return new EndpointExample();
    }

    public EndpointExample id(UUID value) {
        id = value;
        return this;
    }

    public EndpointExample url(String value) {
        url = value;
        return this;
    }

    public EndpointExample wants(String... types) {
        events = List.of(types);
        return this;
    }

    public EndpointExample filter(Map<String, List<JsonNode>> value) {
        filter = value;
        return this;
    }

    public EndpointExample signs(SignatureScheme scheme, String value) {
        signature = scheme;
        secret = value;
        return this;
    }

    public EndpointExample previously(String value, Instant until) {
        previousSecret = value;
        previousSecretUntil = until;
        return this;
    }

    public EndpointExample header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public EndpointExample maxInFlight(int value) {
        maxInFlight = value;
        return this;
    }

    public EndpointExample rateLimit(double value) {
        rateLimit = value;
        return this;
    }

    public EndpointExample ordered() {
        ordered = true;
        return this;
    }

    public EndpointExample status(EndpointStatus value) {
        status = value;
        return this;
    }

    public Endpoint get() {
        return new Endpoint(
                id,
                "CRM sync",
                URI.create(url),
                new Subscription(events, filter),
                signature,
                secret,
                previousSecret,
                previousSecretUntil,
                headers,
                List.of(Duration.ofSeconds(1)),
                Duration.ofSeconds(10),
                maxInFlight,
                rateLimit,
                ordered,
                status);
    }
}
