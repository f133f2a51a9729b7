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
 * @param replayWindow how old a signed time may be; zero switches the check off; null: the type signs no time
 */
public record Connector(
        UUID id,
        String name,
        String type,
        boolean enabled,
        String publicUrl,
        List<String> webhookSecrets,
        Map<String, List<String>> credentials,
        Duration replayWindow) {

    /** Without the secrets: a connector may end up in a log line. */
    @Override
    public String toString() {
        return "connector " + id + " (" + type + ")";
    }
}
