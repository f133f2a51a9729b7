package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Google's side of Google Chat: a server of public keys, and tokens that are signed with the private one. */
public class GoogleTokens implements QuarkusTestResourceLifecycleManager {

    public static final String CHAT = "chat@system.gserviceaccount.com";
    public static final String ISSUER = "https://accounts.google.com";

    /** Tokens of a key that was thrown away; good from November 14, 2023, 22:13:20 UTC, for an hour. */
    public static final String PUBLISHED_AUDIENCE = "https://gateway.example.com/chat/google";

    public static final String PUBLISHED_ID_TOKEN =
            "eyJhbGciOiJSUzI1NiIsImtpZCI6InRlc3Qta2lkLTEiLCJ0eXAiOiJKV1QifQ.eyJhdWQiOiJodHRwczovL2dhdGV3YXkuZ"
                    + "XhhbXBsZS5jb20vY2hhdC9nb29nbGUiLCJhenAiOiIxMDMwMDAwMDAwMDAwMDAwMDAwMDAiLCJlbWFpbCI6ImNoYXRAc3lzd"
                    + "GVtLmdzZXJ2aWNlYWNjb3VudC5jb20iLCJlbWFpbF92ZXJpZmllZCI6dHJ1ZSwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3M"
                    + "DAwMDAwMDAsImlzcyI6Imh0dHBzOi8vYWNjb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjEwMzAwMDAwMDAwMDAwMDAwMDAwM"
                    + "CJ9.Vh07LcRySrLYpauTC5sawbtvBJaviL2fwquHUwHKUKoj4kaCgObV8xCIm1NGOK5qH8LZMOVdJGAv0laZfHzRBiWbNKGj"
                    + "FQnjU5YZBZ8yzqlffoH9SfGqWIZwHi0zPOIKTLboJeqBeTsPv6De7MRsHEsvFZRkcIQFOUzOGftEYOgDun3JGREPLaYw9y8K"
                    + "ZZ7k4fszCcTHe_oIuzNHDzuMJwv4rUKRQhHvPhxcrCUc-gXDV-NWz0YKg2YkPZdpRsG22U_5e4M16A1DgOzEsOgtpjRSBUCT"
                    + "7_u-MVRN9-mb4J7EHozLqc3_HxDWMxCf6oPLBb13cyRqAE-wYZTPt55Y5g";
    public static final String PUBLISHED_PROJECT = "123456789012";
    public static final String PUBLISHED_PROJECT_TOKEN =
            "eyJhbGciOiJSUzI1NiIsImtpZCI6InRlc3Qta2lkLTEiLCJ0eXAiOiJKV1QifQ.eyJhdWQiOiIxMjM0NTY3ODkwMTIiLCJle"
                    + "HAiOjE3MDAwMDM2MDAsImlhdCI6MTcwMDAwMDAwMCwiaXNzIjoiY2hhdEBzeXN0ZW0uZ3NlcnZpY2VhY2NvdW50LmNvbSJ9."
                    + "vmmcuxyN-MZIu3T9xw0KFlpg8myV-BDu4T2BPNkNkyOPFvElcFEkeHZi4148qegPZkicr0AfEQeZm973Qs5iZd6Vc74E1HkG"
                    + "9WDJNIuF6br8f28URlSRlEmjZ-ZmdDxZXeO4LZ9mhw0eunuaZzeQMAhXeRUw8oadPnAwk705xAkLDnbITYhJmOILSmuE5VAq"
                    + "xAF3QMX8r6EU0h2ZbdwHthU2j6SNeuk_1iWH8BEdSLuceR3ZQXAldB40AcDvRIlo-IuBwyavwyl-QU3cnFKwytWOnIE2jRCb"
                    + "MkQWrfKjEf0S1CwxrQLA2hXWsk_JvZiDsSqjC5fZ3aM0pj36qO5xFw";

    private static final String PUBLISHED_KID = "test-kid-1";
    private static final String PUBLISHED_MODULUS =
            "v0tykjRL3mErJ9hzXIylOjczqmm5JB9ImIX_rJPtXbAuIDrh7cZH7GNylEwQJ1JIaO4-Nea3v0VjmtOuphrXqPds-7KYujrN"
                    + "wWtz6tMGq9Sc7IpE9k0CHKx3sIt-CGkrUF9brmQclsYREryFOA5E3LInn6yDg8Dwje9QqMmqP3yAdctlkHS3-CaoTgEcWSAG"
                    + "FxrG745yes4gTPmWYYGoj_XJFwxL77n0jhB5r8Ax_pnHEMj3F7guW1KmAhUjSp9Amb6zqJd7qNJlE8wpH6oYq6ci9hR3dmju"
                    + "J-DcDZABuIEl-YyZ3Xq_DGUnSfuGwpT18hPtM70qwSjWrx6WiF81xQ";
    private static final String KID = "kid-of-the-tests";
    private static final KeyPair KEYS = keys();
    private static final AtomicInteger FETCHES = new AtomicInteger();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            FETCHES.incrementAndGet();
            byte[] body = Json.bytes(Map.of("keys", List.of(jwk(), publishedJwk())));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=3600");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "ticketwire.ingress.google-chat.id-token-keys", base + "/id-token",
                "ticketwire.ingress.google-chat.chat-keys", base + "/chat");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** How often keys were fetched, of both kinds. */
    public static int fetches() {
        return FETCHES.get();
    }

    /** Claims of a token that is in order: an hour's, by Google, for this audience, of Chat itself. */
    public static Map<String, Object> claims(String audience) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", audience);
        claims.put("email", CHAT);
        claims.put("email_verified", true);
        claims.put("iat", now - 10);
        claims.put("exp", now + 3_600);
        return claims;
    }

    /** A token that is signed as it should be. */
    public static String token(Map<String, Object> claims) {
        return token(KID, claims);
    }

    /** A token that names another key than it was signed with. */
    public static String token(String kid, Map<String, Object> claims) {
        String signed = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", kid)) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token without a signature. */
    public static String unsigned(Map<String, Object> claims) {
        return encoded(Map.of("alg", "none", "typ", "JWT", "kid", KID)) + "." + encoded(claims) + ".";
    }

    /** A token that uses the public key, which everybody knows, as the secret of an HMAC. */
    public static String signedWithThePublicKey(Map<String, Object> claims) {
        String signed = encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", KID)) + "." + encoded(claims);
        byte[] mac = Hmac.SHA256.of(KEYS.getPublic().getEncoded(), signed.getBytes(US_ASCII));
        return signed + "." + encoded(mac);
    }

    private static Map<String, String> publishedJwk() {
        return Map.of(
                "kty", "RSA", "alg", "RS256", "use", "sig", "kid", PUBLISHED_KID, "n", PUBLISHED_MODULUS, "e", "AQAB");
    }

    private static Map<String, String> jwk() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "alg",
                "RS256",
                "use",
                "sig",
                "kid",
                KID,
                "n",
                encoded(unsigned(key.getModulus())),
                "e",
                encoded(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(Map<String, ?> json) {
        return encoded(Json.text(json).getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
