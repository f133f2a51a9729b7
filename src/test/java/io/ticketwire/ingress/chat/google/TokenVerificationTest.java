package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.chat.google.SigningKeys.Lookup;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Google Chat's tokens: the vectors of the specification, and what somebody could try in their place. */
class TokenVerificationTest {

    private static final Instant NOW = Instant.ofEpochSecond(1700000100);
    private static final String ADD_ON = "service-123456789012@gcp-sa-gsuiteaddons.iam.gserviceaccount.com";
    private static final String ID_TOKEN =
            """
            eyJhbGciOiJSUzI1NiIsImtpZCI6InRlc3Qta2lkLTEiLCJ0eXAiOiJKV1QifQ.eyJhdWQiOiJodHRwczovL2dhdGV3YXkuZXhhbXBsZS5j\
            b20vY2hhdC9nb29nbGUiLCJhenAiOiIxMDMwMDAwMDAwMDAwMDAwMDAwMDAiLCJlbWFpbCI6ImNoYXRAc3lzdGVtLmdzZXJ2aWNlYWNjb3V\
            udC5jb20iLCJlbWFpbF92ZXJpZmllZCI6dHJ1ZSwiZXhwIjoxNzAwMDAzNjAwLCJpYXQiOjE3MDAwMDAwMDAsImlzcyI6Imh0dHBzOi8vYW\
            Njb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjEwMzAwMDAwMDAwMDAwMDAwMDAwMCJ9.Vh07LcRySrLYpauTC5sawbtvBJaviL2fwquHUwHK\
            UKoj4kaCgObV8xCIm1NGOK5qH8LZMOVdJGAv0laZfHzRBiWbNKGjFQnjU5YZBZ8yzqlffoH9SfGqWIZwHi0zPOIKTLboJeqBeTsPv6De7MR\
            sHEsvFZRkcIQFOUzOGftEYOgDun3JGREPLaYw9y8KZZ7k4fszCcTHe_oIuzNHDzuMJwv4rUKRQhHvPhxcrCUc-gXDV-NWz0YKg2YkPZdpRs\
            G22U_5e4M16A1DgOzEsOgtpjRSBUCT7_u-MVRN9-mb4J7EHozLqc3_HxDWMxCf6oPLBb13cyRqAE-wYZTPt55Y5g""";
    private static final String PROJECT_TOKEN =
            """
            eyJhbGciOiJSUzI1NiIsImtpZCI6InRlc3Qta2lkLTEiLCJ0eXAiOiJKV1QifQ.eyJhdWQiOiIxMjM0NTY3ODkwMTIiLCJleHAiOjE3MDAw\
            MDM2MDAsImlhdCI6MTcwMDAwMDAwMCwiaXNzIjoiY2hhdEBzeXN0ZW0uZ3NlcnZpY2VhY2NvdW50LmNvbSJ9.vmmcuxyN-MZIu3T9xw0KFl\
            pg8myV-BDu4T2BPNkNkyOPFvElcFEkeHZi4148qegPZkicr0AfEQeZm973Qs5iZd6Vc74E1HkG9WDJNIuF6br8f28URlSRlEmjZ-ZmdDxZX\
            eO4LZ9mhw0eunuaZzeQMAhXeRUw8oadPnAwk705xAkLDnbITYhJmOILSmuE5VAqxAF3QMX8r6EU0h2ZbdwHthU2j6SNeuk_1iWH8BEdSLuc\
            eR3ZQXAldB40AcDvRIlo-IuBwyavwyl-QU3cnFKwytWOnIE2jRCbMkQWrfKjEf0S1CwxrQLA2hXWsk_JvZiDsSqjC5fZ3aM0pj36qO5xFw""";

    private final Map<String, PublicKey> keys = new HashMap<>(Map.of(Tokens.KEY_ID, Tokens.publicKey()));
    private final List<String> lookedUp = new ArrayList<>();

    TokenVerificationTest() throws Exception {
        keys.put("test-kid-1", (PublicKey)
                JsonWebKey.Factory.newJwk(Tokens.PUBLISHED).getKey());
    }

    @Test
    void vectorOfAnIdTokenIsVerified() {
        assertEquals(new Verification.Verified(), verify(ID_TOKEN));
        assertEquals(List.of("id:test-kid-1"), lookedUp);
    }

    @Test
    void vectorOfAProjectNumberIsVerified() {
        assertEquals(new Verification.Verified(), verify(PROJECT_TOKEN));
        assertEquals(List.of("chat:test-kid-1"), lookedUp);
    }

    @ParameterizedTest
    @CsvSource({"1700003659, true", "1700003660, false", "1699999941, true", "1699999940, false"})
    void clocksMayDifferByAMinute(long now, boolean accepted) {
        Verification verification = verify(ID_TOKEN, connector(), Instant.ofEpochSecond(now));

        assertEquals(accepted, verification instanceof Verification.Verified, verification::toString);
    }

    @Test
    void issuerMayLackItsScheme() {
        assertEquals(new Verification.Verified(), verify(changed("iss", "accounts.google.com")));
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://accounts.example.com, issuer",
        "iss, chat@system.gserviceaccount.com, audience",
        "aud, https://gateway.example.com/chat/google/, audience",
        "aud, http://gateway.example.com/chat/google, audience",
        "aud, 123456789012, audience",
        "email, service-999999999999@gcp-sa-gsuiteaddons.iam.gserviceaccount.com, identity",
        "email, CHAT@system.gserviceaccount.com, identity",
        "email_verified, true, identity",
        "exp, 1700003600, malformed_time",
        "iat, later, malformed_time",
    })
    void claimThatIsNotExactlyRightIsRefused(String claim, String value, String reason) {
        assertEquals(new Verification.Refused(reason), verify(changed(claim, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "iss, issuer",
        "aud, audience",
        "email, identity",
        "email_verified, identity",
        "exp, malformed_time",
        "iat, malformed_time",
    })
    void claimThatIsMissingIsRefused(String claim, String reason) {
        Map<String, Object> claims = new HashMap<>(Tokens.idToken(NOW));
        claims.remove(claim);

        assertEquals(new Verification.Refused(reason), verify(Tokens.signed(claims)));
    }

    @Test
    void unverifiedAccountIsRefused() {
        assertEquals(new Verification.Refused("identity"), verify(changed("email_verified", false)));
    }

    @Test
    void audienceInAListIsNotExactlyOurs() {
        assertEquals(
                new Verification.Refused("audience"),
                verify(changed("aud", List.of(Tokens.AUDIENCE, "https://other.example.com"))));
    }

    @Test
    void addOnIsKnownByTheAccountOfItsOwnProject() {
        Connector addOn = connector("audience", Tokens.AUDIENCE, "addon_service_account", ADD_ON);

        assertEquals(new Verification.Verified(), verify(changed("email", ADD_ON), addOn, NOW));
        assertEquals(
                new Verification.Refused("identity"),
                verify(changed("email", ADD_ON.replace("12@", "13@")), addOn, NOW));
        assertEquals(new Verification.Refused("identity"), verify(changed("email", Tokens.CHAT), addOn, NOW));
        assertEquals(new Verification.Refused("identity"), verify(changed("email", ADD_ON)));
    }

    @Test
    void connectorExpectsOnlyWhatItIsConfiguredFor() {
        Connector byNumber = connector("project_number", Tokens.PROJECT);
        Connector byUrl = connector("audience", Tokens.AUDIENCE);

        assertEquals(new Verification.Refused("audience"), verify(ID_TOKEN, byNumber, NOW));
        assertEquals(new Verification.Refused("audience"), verify(PROJECT_TOKEN, byUrl, NOW));
        assertEquals(new Verification.Verified(), verify(PROJECT_TOKEN, byNumber, NOW));
        assertEquals(
                new Verification.Refused("no_audience"), verify(ID_TOKEN, ConnectorExample.of("google_chat"), NOW));
    }

    @Test
    void otherAlgorithmsAreRefusedBeforeAKeyIsLookedUp() throws Exception {
        String claims = Json.text(Tokens.idToken(NOW));
        JsonWebSignature keyedWithThePublicKey = new JsonWebSignature();
        keyedWithThePublicKey.setPayload(claims);
        keyedWithThePublicKey.setAlgorithmHeaderValue("HS256");
        keyedWithThePublicKey.setKeyIdHeaderValue(Tokens.KEY_ID);
        keyedWithThePublicKey.setKey(new HmacKey(Tokens.publicKey().getEncoded()));

        for (String token : List.of(
                token("{\"alg\":\"none\",\"kid\":\"test-kid-2\"}", claims, ""),
                keyedWithThePublicKey.getCompactSerialization(),
                token("{\"alg\":\"RS512\",\"kid\":\"test-kid-2\"}", claims, "AAAA"),
                token("{\"alg\":\"rs256\",\"kid\":\"test-kid-2\"}", claims, "AAAA"),
                token("{\"alg\":7,\"kid\":\"test-kid-2\"}", claims, "AAAA"),
                token("{\"kid\":\"test-kid-2\"}", claims, "AAAA"),
                token("{\"alg\":\"RS256\",\"kid\":\"test-kid-2\",\"crit\":[\"exp\"]}", claims, "AAAA"))) {
            assertEquals(new Verification.Refused("algorithm"), verify(token), token);
        }
        assertEquals(List.of(), lookedUp);
    }

    @Test
    void signatureOfAnotherKeyOrTextIsRefused() {
        String token = Tokens.signed(Tokens.idToken(NOW));
        String[] parts = token.split("\\.");
        String otherClaims = Tokens.signed(Tokens.idToken(NOW.plusSeconds(1))).split("\\.")[1];

        for (String forged : List.of(
                Tokens.signed(Tokens.idToken(NOW), "test-kid-1"),
                parts[0] + "." + otherClaims + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + ".AAAA",
                parts[0] + "." + parts[1] + "." + parts[2].substring(4))) {
            assertEquals(new Verification.Refused("mismatch"), verify(forged), forged);
        }
    }

    @Test
    void keyOfTheOtherIssuerIsNone() {
        keys.remove(Tokens.KEY_ID);

        assertEquals(new Verification.Refused("unknown_key"), verify(Tokens.signed(Tokens.chatToken(NOW))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b",
                "Bearer a.b.c.d.e",
                "Bearer ..",
                "Bearer e30.e30.",
                "Basic YTpi",
                "Bearer eyJhbGciOiJSUzI1NiJ9.bm8ganNvbg.AAAA",
                "Bearer eyJhbGciOiJSUzI1NiJ9.W10.AAAA",
                "Bearer W10.e30.AAAA",
            })
    void headerThatIsNoTokenIsRefused(String header) {
        Callback request = Callback.of("{}").receivedAt(NOW).header("Authorization", header);

        Verification verification = verify(request, connector());

        assertTrue(
                verification.equals(new Verification.Refused("malformed"))
                        || verification.equals(new Verification.Refused("algorithm")),
                verification::toString);
    }

    @Test
    void headerThatIsMissingRepeatedOrEndlessIsRefused() {
        Callback twice = Callback.of("{}")
                .receivedAt(NOW)
                .header("Authorization", "Bearer " + ID_TOKEN)
                .header("authorization", "Bearer " + ID_TOKEN);

        assertEquals(
                new Verification.Refused("missing"), verify(Callback.of("{}").receivedAt(NOW), connector()));
        assertEquals(new Verification.Refused("repeated"), verify(twice, connector()));
        assertEquals(new Verification.Refused("malformed"), verify(ID_TOKEN + "A".repeat(9_000)));
    }

    @Test
    void tokenWithoutAKeyIdIsRefused() {
        assertEquals(
                new Verification.Refused("no_key_id"),
                verify(token("{\"alg\":\"RS256\"}", Json.text(Tokens.idToken(NOW)), "AAAA")));
    }

    @Test
    void headersOfWrongTypesAreRefusedAndNothingThrows() {
        for (String value : List.of("7", "null", "true", "[]", "{}", "[1]", "\"\"", "\"x\"", "1e999")) {
            for (String name : List.of("alg", "kid", "typ", "crit", "b64", "zip", "jwk", "x5c", "cty", "enc")) {
                Map<String, Object> header = new HashMap<>(Map.of("alg", "RS256", "kid", Tokens.KEY_ID));
                header.put(name, Json.tree(value));

                Verification verification = verify(token(Json.text(header), Json.text(Tokens.idToken(NOW)), "AAAA"));

                assertInstanceOf(Verification.Refused.class, verification);
            }
        }
    }

    @Test
    void claimsOfWrongTypesAreRefusedAndNothingThrows() {
        for (String claim : Tokens.idToken(NOW).keySet()) {
            for (String value : List.of("null", "[]", "{}", "[1]", "\"\"", "1e300", "-1", "1699999999000", "\"x\"")) {
                Verification verification = verify(changed(claim, Json.tree(value)));

                assertInstanceOf(Verification.Refused.class, verification, claim + " " + value);
            }
        }
    }

    @Test
    void keyThatHasToBeFetchedIsWaitedFor() {
        SigningKeys slow = keyId -> new Lookup.Fetching(Uni.createFrom().item(lookup("slow", keyId)));

        Verification verification =
                new GoogleChatProvider(slow, slow).verify(request(ID_TOKEN), connector(), Trail.NONE);

        Verification.Awaits awaits = assertInstanceOf(Verification.Awaits.class, verification);
        assertEquals(new Verification.Verified(), awaits.later().await().indefinitely());
    }

    @Test
    void withoutKeysNothingIsDecided() {
        SigningKeys away = keyId -> new Lookup.Unavailable();
        Trail trail = Trail.noting();

        Verification verification = new GoogleChatProvider(away, away).verify(request(ID_TOKEN), connector(), trail);

        assertEquals(new Verification.Undecided("keys_unavailable"), verification);
        assertEquals(false, trail.steps().get(trail.steps().size() - 1).passed());
    }

    @Test
    void everyStepIsExplained() {
        Trail trail = Trail.noting();

        provider().verify(request(ID_TOKEN), connector(), trail);

        assertEquals(
                List.of(
                        "header authorization",
                        "algorithm",
                        "issuer",
                        "key",
                        "signature",
                        "time",
                        "audience",
                        "identity",
                        "token"),
                trail.steps().stream().map(Trail.Step::check).toList());
        assertTrue(trail.steps().stream().allMatch(Trail.Step::passed));
    }

    private static String changed(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(Tokens.idToken(NOW));
        claims.put(claim, value);
        return Tokens.signed(claims);
    }

    private static String token(String header, String claims, String signature) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(UTF_8)) + "." + base64.encodeToString(claims.getBytes(UTF_8)) + "."
                + signature;
    }

    private static Connector connector(String... credentials) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i + 1 < credentials.length; i += 2) {
            all.put(credentials[i], List.of(credentials[i + 1]));
        }
        return ConnectorExample.with("google_chat", all);
    }

    private static Connector connector() {
        return connector("audience", Tokens.AUDIENCE, "project_number", Tokens.PROJECT);
    }

    private GoogleChatProvider provider() {
        return new GoogleChatProvider(keyId -> lookup("id", keyId), keyId -> lookup("chat", keyId));
    }

    private Lookup lookup(String set, String keyId) {
        lookedUp.add(set + ":" + keyId);
        PublicKey key = keys.get(keyId);
        return key == null ? new Lookup.Unknown() : new Lookup.Found(key);
    }

    private static IncomingRequest request(String token) {
        return Callback.of("{}")
                .receivedAt(NOW)
                .header("Authorization", "Bearer " + token)
                .get();
    }

    private Verification verify(String token) {
        return verify(token, connector(), NOW);
    }

    private Verification verify(String token, Connector connector, Instant now) {
        return verify(Callback.of("{}").receivedAt(now).header("Authorization", "Bearer " + token), connector);
    }

    private Verification verify(Callback request, Connector connector) {
        return provider().verify(request.get(), connector, Trail.NONE);
    }
}
