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
            byte[] body = Json.bytes(Map.of("keys", new Object[] {jwk()}));
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
