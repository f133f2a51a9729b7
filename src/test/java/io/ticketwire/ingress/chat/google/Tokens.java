package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.ticketwire.event.Json;

/** Tokens as Google makes them, by a key of the tests. */
final class Tokens {

    static final String AUDIENCE = "https://gateway.example.com/chat/google";
    static final String PROJECT = "123456789012";
    static final String CHAT = "chat@system.gserviceaccount.com";
    static final String KEY_ID = "test-kid-2";

    /** What the vectors of section 10 are signed with. */
    static final String PUBLISHED =
            """
            {"kty":"RSA","n":"v0tykjRL3mErJ9hzXIylOjczqmm5JB9ImIX_rJPtXbAuIDrh7cZH7GNylEwQJ1JIaO4-Nea3v0VjmtOuphrXqPds-\
            7KYujrNwWtz6tMGq9Sc7IpE9k0CHKx3sIt-CGkrUF9brmQclsYREryFOA5E3LInn6yDg8Dwje9QqMmqP3yAdctlkHS3-CaoTgEcWSAGFxrG\
            745yes4gTPmWYYGoj_XJFwxL77n0jhB5r8Ax_pnHEMj3F7guW1KmAhUjSp9Amb6zqJd7qNJlE8wpH6oYq6ci9hR3dmjuJ-DcDZABuIEl-Yy\
            Z3Xq_DGUnSfuGwpT18hPtM70qwSjWrx6WiF81xQ","e":"AQAB","kid":"test-kid-1","alg":"RS256","use":"sig"}""";

    private static final RsaJsonWebKey KEY = generated();

    private Tokens() {}

    static PublicKey publicKey() {
        return KEY.getPublicKey();
    }

    static String jwk() {
        return KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    static Map<String, Object> idToken(Instant now) {
        return Map.of(
                "iss",
                "https://accounts.google.com",
                "aud",
                AUDIENCE,
                "email",
                CHAT,
                "email_verified",
                true,
                "iat",
                now.getEpochSecond(),
                "exp",
                now.getEpochSecond() + 3_600);
    }

    static Map<String, Object> chatToken(Instant now) {
        return Map.of("iss", CHAT, "aud", PROJECT, "iat", now.getEpochSecond(), "exp", now.getEpochSecond() + 3_600);
    }

    static String signed(Object claims) {
        return signed(claims, KEY_ID);
    }

    static String signed(Object claims, String keyId) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims instanceof String text ? text : Json.text(claims));
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(keyId);
        token.setKey(KEY.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private static RsaJsonWebKey generated() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(KEY_ID);
            return key;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
