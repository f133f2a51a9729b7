package io.ticketwire.connector;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.event.Json;
import io.ticketwire.security.SecretBox;

/**
 * What of a connector is sealed.
 *
 * @param webhookSecret the current secret first, then those still accepted
 * @param credentials by key, the current value first
 */
record ConnectorSecrets(List<String> webhookSecret, Map<String, List<String>> credentials) {

    static ConnectorSecrets open(SecretBox box, UUID connector, byte[] sealed) {
        return Json.read(box.open(sealed, context(connector)), ConnectorSecrets.class);
    }

    byte[] seal(SecretBox box, UUID connector) {
        return box.seal(Json.bytes(this), context(connector));
    }

    private static String context(UUID connector) {
        return "connector:" + connector;
    }
}
