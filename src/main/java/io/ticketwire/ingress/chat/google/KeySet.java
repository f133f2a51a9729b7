package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Keys as they were fetched.
 *
 * @param byId RSA keys for signatures, by their key id
 * @param lifetime how long they may be used before they are fetched again
 */
record KeySet(Map<String, PublicKey> byId, Duration lifetime) {

    /**
     * Reads a JWK set (RFC 7517). What is in it for anything but RS256 is left out.
     *
     * @throws JoseException if it is none, or has no key that can be used
     */
    static KeySet of(String json, Duration lifetime) throws JoseException {
        Map<String, PublicKey> keys = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            boolean signs = key.getUse() == null || key.getUse().equals("sig");
            boolean rs256 = key.getAlgorithm() == null || key.getAlgorithm().equals(ChatToken.ALGORITHM);
            if (key instanceof RsaJsonWebKey rsa && key.getKeyId() != null && signs && rs256) {
                keys.put(key.getKeyId(), rsa.getRsaPublicKey());
            }
        }
        if (keys.isEmpty()) {
            throw new JoseException("no key for " + ChatToken.ALGORITHM);
        }
        return new KeySet(Map.copyOf(keys), lifetime);
    }
}
