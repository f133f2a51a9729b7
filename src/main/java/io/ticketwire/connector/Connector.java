package io.ticketwire.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A configured source, as the request path sees it.
 *
 * @param type e.g. {@code webhook}; one of {@link ConnectorType}
 * @param publicUrl the URL as typed in at the provider, without its query; null if the type does not sign it
 * @param webhookSecrets the current secret first, then those still accepted during a rotation; empty: unsigned
 * @param credentials by key, each with one or more accepted values
 * @param baseUrl in place of the platform's own host, without a slash at its end; null: the platform's own
 * @param replayWindow how old a signed time may be; zero switches the check off; null: the type signs no time
 * @param createsTickets whether a message that belongs to no ticket makes one
 */
public record Connector(
        UUID id,
        String name,
        String type,
        boolean enabled,
        String publicUrl,
        List<String> webhookSecrets,
        Map<String, List<String>> credentials,
        Duration replayWindow,
        String baseUrl,
        boolean createsTickets) {

    /** The accepted values of a credential, the current one first; empty if there is none. */
    public List<String> credential(String key) {
        return credentials.getOrDefault(key, List.of());
    }

    /** A credential of which there is one value only; null if there is none. */
    public String setting(String key) {
        List<String> values = credential(key);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Without the secrets: a connector may end up in a log line. */
    @Override
    public String toString() {
        return "connector " + id + " (" + type + ")";
    }
}
