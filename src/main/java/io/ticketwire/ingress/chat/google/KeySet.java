package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

import io.ticketwire.event.Json;

/**
 * Keys as they were fetched.
 *
 * @param byId RSA keys for signatures, by their key id; at least one
 * @param lifetime how long they may be used before they are fetched again
 */
record KeySet(Map<String, PublicKey> byId, Duration lifetime) {

    /** Reads a JWK set (RFC 7517); what is in it for anything but RS256 is left out. Empty if nothing is left. */
    static Optional<KeySet> of(String json, Duration lifetime) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (JsonNode key : parsed(json).path("keys")) {
            if (key.path("kid").isTextual() && isFor(key, "use", "sig") && isFor(key, "alg", ChatToken.ALGORITHM)) {
                rsa(key).ifPresent(rsa -> keys.put(key.path("kid").textValue(), rsa));
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new KeySet(Map.copyOf(keys), lifetime));
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException noJson) {
            return Json.mapper().missingNode();
        }
    }

    /** A key may leave open what it is for. */
    private static boolean isFor(JsonNode key, String field, String value) {
        return !key.has(field) || key.path(field).asText().equals(value);
    }

    private static Optional<PublicKey> rsa(JsonNode key) {
        JsonNode modulus = key.path("n");
        JsonNode exponent = key.path("e");
        if (!key.path("kty").asText().equals("RSA") || !modulus.isTextual() || !exponent.isTextual()) {
            return Optional.empty();
        }
        try {
            // Only these: the library takes the types of the others for granted.
            RsaJsonWebKey rsa =
                    new RsaJsonWebKey(Map.of("kty", "RSA", "n", modulus.textValue(), "e", exponent.textValue()));
            return Optional.of(rsa.getPublicKey());
        } catch (JoseException unusable) {
            return Optional.empty();
        }
    }
}
