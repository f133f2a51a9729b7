package io.ticketwire.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.connector.Connector;

/** Connectors for tests of the ingress. */
public final class ConnectorExample {

    public static final UUID ID = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");

    private ConnectorExample() {}

    /** An enabled connector without a secret. */
    public static Connector of(String type) {
        return named("Acme", type);
    }

    public static Connector named(String name, String type) {
        return connector(ID, name, type, true, List.of());
    }

    /** An enabled connector that accepts signatures of these secrets. */
    public static Connector signing(String type, String... secrets) {
        return connector(ID, "Acme", type, true, List.of(secrets));
    }

    /** Another one, enabled or not. */
    public static Connector other(String id, String type, boolean enabled) {
        return connector(UUID.fromString(id), "Other", type, enabled, List.of());
    }

    /** An enabled connector with credentials, each of one or more values. */
    public static Connector with(String type, Map<String, List<String>> credentials) {
        return new Connector(ID, "Acme", type, true, null, List.of(), credentials, Duration.ofMinutes(5), null, true);
    }

    /** The same, reached under this URL. */
    public static Connector at(String publicUrl, Connector other) {
        return new Connector(
                other.id(),
                other.name(),
                other.type(),
                other.enabled(),
                publicUrl,
                other.webhookSecrets(),
                other.credentials(),
                other.replayWindow(),
                other.baseUrl(),
                other.createsTickets());
    }

    /** The same with another replay window. */
    public static Connector within(Duration replayWindow, Connector other) {
        return new Connector(
                other.id(),
                other.name(),
                other.type(),
                other.enabled(),
                other.publicUrl(),
                other.webhookSecrets(),
                other.credentials(),
                replayWindow,
                other.baseUrl(),
                other.createsTickets());
    }

    private static Connector connector(UUID id, String name, String type, boolean enabled, List<String> secrets) {
        return new Connector(id, name, type, enabled, null, secrets, Map.of(), Duration.ofMinutes(5), null, true);
    }
}
