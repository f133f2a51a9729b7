package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.ticketwire.event.Json;

/**
 * A JSON Web Token, taken apart and not yet believed.
 *
 * @param header the JOSE header
 * @param claims what it says
 */
record ChatToken(JsonWebSignature signature, JsonNode header, JsonNode claims) {

    /** The only one that Google signs with, and the only one that is accepted. */
    static final String ALGORITHM = "RS256";

    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHM);

    /** Takes it apart; empty if it is no signed token of JSON objects. */
    static Optional<ChatToken> of(String compact) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(ONLY_RS256);
        try {
            signature.setCompactSerialization(compact);
            JsonNode header = Json.mapper().readTree(signature.getHeaders().getFullHeaderAsJsonString());
            JsonNode claims = Json.mapper().readTree(signature.getUnverifiedPayload());
            return header.isObject() && claims.isObject()
                    ? Optional.of(new ChatToken(signature, header, claims))
                    : Optional.empty();
        } catch (JoseException | JsonProcessingException noToken) {
            return Optional.empty();
        }
    }

    String algorithm() {
        return header.path("alg").asText();
    }

    /** Empty if it names none. */
    String keyId() {
        return header.path("kid").asText();
    }

    /** Extensions that the reader must understand (RFC 7515, section 4.1.11): Google uses none, and we know none. */
    boolean hasExtensions() {
        return header.has("crit") || header.has("b64");
    }

    boolean isSignedWith(PublicKey key) {
        try {
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException unverifiable) {
            return false;
        }
    }
}
