package io.ticketwire.ingress.message.messagebird;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** MessageBird's own vectors of both schemes, and what they leave open. */
class MessageBirdSignatureTest {

    private static final Instant SIGNED = Instant.ofEpochSecond(1625479200);
    private static final String KEY = "k";
    private static final String URL_HASH = Tokens.sha256("https://hooks.example.com/mb?a=1");

    private final MessageBirdProvider provider = new MessageBirdProvider();

    /** {@code webhook_test_data.json} of MessageBird's SDKs, and the cases of its Go middleware. */
    @TestFactory
    List<DynamicTest> referenceTokenIsJudgedAsItSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/vectors/messagebird-jwt.json"));
        for (JsonNode vector : Json.read(file, JsonNode.class)) {
            tests.add(DynamicTest.dynamicTest(vector.path("name").asText(), () -> {
                Verification verification = verify(vector);

                assertEquals(
                        vector.path("valid").asBoolean(),
                        verification instanceof Verification.Verified,
                        verification::toString);
            }));
        }
        return tests;
    }

    private Verification verify(JsonNode vector) {
        String url = vector.path("url").asText();
        int path = url.indexOf('/', "https://".length());
        Callback call = Callback.of(vector.path("payload").asText())
                .method(vector.path("method").asText())
                .origin(url.substring(0, path))
                .uri(url.substring(path))
                .receivedAt(
                        OffsetDateTime.parse(vector.path("timestamp").asText()).toInstant())
                .header("MessageBird-Signature-JWT", vector.path("token").asText());
        return verify(call, connector(vector.path("secret").asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "-2, ahead",
        "-1, ",
        "0, ",
        "60, ",
        "61, ",
        "62, stale",
    })
    void tokenIsGoodFromNbfToExpAndASecondAround(long seconds, String reason) {
        String token = Tokens.hs256(claims(), KEY);

        Verification verification = verify(call(token).receivedAt(SIGNED.plusSeconds(seconds)), connector(KEY));

        assertEquals(verdict(reason, "j"), verification);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'iss':'MessageBird'|'iss':'messagebird'|issuer",
                "'iss':'MessageBird',||issuer",
                "'exp':1625479260|'exp':'1625479260'|malformed_time",
                ",'exp':1625479260||malformed_time",
                "'nbf':1625479200|'nbf':null|malformed_time",
                "'jti':'j'|'jti':''|no_nonce",
                ",'jti':'j'||no_nonce",
                ",'jti':'j'|,'jti':'j','jti':'j'|malformed",
                "'url_hash'|'url'|mismatch",
                "'url_hash':'|'url_hash':'0|mismatch",
                "'iss'|'payload_hash':'00','iss'|mismatch",
                "'iss'|'payload_hash':null,'iss'|",
            })
    void everyClaimCounts(String part, String other, String reason) {
        String claims = claims().replace(quoted(part), other == null ? "" : quoted(other));

        Verification verification = verify(call(Tokens.hs256(claims, KEY)).receivedAt(SIGNED), connector(KEY));

        assertEquals(verdict(reason, "j"), verification);
    }

    @Test
    void timesAreNotLookedAtWithoutAReplayWindow() {
        Connector connector = ConnectorExample.within(Duration.ZERO, connector(KEY));

        Verification verification = verify(call(Tokens.hs256(claims(), KEY)), connector);

        assertEquals(new Verification.Verified("j"), verification);
    }

    @Test
    void secondSecretIsAccepted() {
        Verification verification = verify(call(Tokens.hs256(claims(), KEY)).receivedAt(SIGNED), connector("new", KEY));

        assertEquals(new Verification.Verified("j"), verification);
    }

    @Test
    void wrongTokenIsNotMadeGoodByTheOlderHeaders() {
        Callback call = older().header("MessageBird-Signature-JWT", "a.b.c");

        assertEquals(new Verification.Refused("malformed"), verify(call, connector("other-secret")));
    }

    @Test
    void tokenThatIsSentTwiceIsRefused() {
        String token = Tokens.hs256(claims(), KEY);

        Verification verification =
                verify(call(token).header("messagebird-signature-jwt", token).receivedAt(SIGNED), connector(KEY));

        assertEquals(new Verification.Refused("repeated"), verification);
    }

    @Test
    void requestWithoutASignatureIsRefused() {
        assertEquals(new Verification.Refused("missing"), verify(Callback.of("x"), connector(KEY)));
    }

    @Test
    void connectorWithoutASecretAcceptsNothing() {
        assertEquals(
                new Verification.Refused("no_secret"), verify(older(), ConnectorExample.with("messagebird", Map.of())));
        assertEquals(new Verification.Refused("no_secret"), verify(older(), connector("")));
    }

    /** RequestSignerTest of the Java SDK, signature_test of the Go SDK. */
    @ParameterizedTest
    @CsvSource({
        "secret, '', '', LISw4Je7n0/MkYDgVSzTJm8dW6BkytKTXMZZk1IElMs=, true",
        "secret, '', '{\"a key\":\"some value\"}', p2e20OtAg39DEmz1ORHpjQ556U4o1ZaH4NWbM9Q8Qjk=, true",
        "secret, abc=foo&def=bar, '', Tfn+nRUBsn6lQgf6IpxBMS1j9lm7XsGjt5xh47M3jCk=, true",
        "secret, def=bar&abc=foo, '', Tfn+nRUBsn6lQgf6IpxBMS1j9lm7XsGjt5xh47M3jCk=, true",
        "other-secret, abc=foo&def=bar, '{\"a key\":\"some value\"}', orb0adPhRCYND1WCAvPBr+qjm4STGtyvNDIDNBZ4Ir4=, true",
        "other-secret, def=bar&abc=foo, '{\"a key\":\"some value\"}', orb0adPhRCYND1WCAvPBr+qjm4STGtyvNDIDNBZ4Ir4=, true",
        "secret, abc=foo&def=bar, '{\"a key\":\"some value\"}', '', false",
        "other-secret, abc=foo&def=bar, '{\"a key\":\"some value\"}', LISw4Je7n0/MkYDgVSzTJm8dW6BkytKTXMZZk1IElMs=, false",
        "other-secret, abc=foo&def=bar, '{\"a key\":\"some value\"}', wrong signature, false",
    })
    void olderSignatureIsJudgedAsTheSdksDo(String key, String query, String body, String signature, boolean valid) {
        Callback call = Callback.of(body)
                .uri(query.isEmpty() ? "/mb" : "/mb?" + query)
                .header("MessageBird-Signature", signature)
                .header("MessageBird-Request-Timestamp", "1544544948")
                .receivedAt(Instant.ofEpochSecond(1544544948));

        Verification verification = verify(call, connector(key));

        assertEquals(valid ? new Verification.Verified() : new Verification.Refused("mismatch"), verification);
    }

    /** The call that RequestSignerTest of the Java SDK has from the wild, and those of the Python and Node SDKs. */
    @ParameterizedTest
    @CsvSource({
        "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu, 5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=, 1547036603, id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curl&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00, '', true",
        "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu, 5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LUIZE8=, 1547036603, id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curl&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00, '', false",
        "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu, 5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=, 1547036605, id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curl&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00, '', false",
        "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu, 5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=, 1547036603, id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curvy&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00, '', false",
        "Wb3N9gKeFf8ZoCzlOb5lJSic7bHLUcSu, 5Jha9Yyhwgc1nTsgJ9WyzeHilsuUumydICdf4LuIZE8=, 1547036603, id=57db52e04e2f4001b555f79813a0f503&mccmnc=20409&ported=0&recipient=31667788880&reference=curl&status=delivered&statusDatetime=2019-01-09T12%3A23%3A23%2B00%3A00, get shit spoiled, false",
        "PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd, KVBdcVdz2lYMwcBLZCRITgxUfA/WkwSi+T3Wxl2HL6w=, 1547198231, recipient=31612345678&reference=FOO&statusDatetime=2019-01-11T09%3A17%3A11%2B00%3A00&id=eef0ab57a9e049be946f3821568c2b2e&status=delivered&mccmnc=20408&ported=1, '', true",
        "PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd, KVBdcVdz2lYMwcBLZCRITgxUfA/WkwSi+T3Wxl2HL6w=, 1547198231, recipient=31612345678&reference=BAR&statusDatetime=2019-01-11T09%3A17%3A11%2B00%3A00&id=eef0ab57a9e049be946f3821568c2b2e&status=delivered&mccmnc=20408&ported=1, '', false",
        "PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd, 2bl+38H4oHVg03pC3bk2LvCB0IHFgfC4cL5HPQ0LdmI=, 1547198231, recipient=31612345678&reference=FOO&statusDatetime=2019-01-11T09%3A17%3A11%2B00%3A00&id=eef0ab57a9e049be946f3821568c2b2e&status=delivered&mccmnc=20408&ported=1, '{\"foo\":\"bar\"}', true",
    })
    void reportsOfTheSdksAreJudgedAsTheyDo(
            String key, String signature, String time, String query, String body, boolean valid) {
        Callback call = Callback.of(body)
                .method("GET")
                .uri("/mb?" + query)
                .header("MessageBird-Signature", signature)
                .header("MessageBird-Request-Timestamp", time)
                .receivedAt(Instant.ofEpochSecond(Long.parseLong(time)));

        assertEquals(
                valid ? new Verification.Verified() : new Verification.Refused("mismatch"),
                verify(call, connector(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "86400, ",
        "86401, stale",
        "-86400, ",
        "-86401, ahead",
    })
    void olderSignatureIsGoodForTheWindowOnBothSides(long age, String reason) {
        Callback call = older().receivedAt(Instant.ofEpochSecond(1544544948 + age));

        assertEquals(verdict(reason, null), verify(call, connector("other-secret")));
    }

    @Test
    void olderSignatureNeedsItsTimeOnce() {
        Callback none = Callback.of("").header("MessageBird-Signature", "x");
        Callback wrong =
                Callback.of("").header("MessageBird-Signature", "x").header("MessageBird-Request-Timestamp", "wrongTs");
        Callback twice = older().header("MessageBird-Request-Timestamp", "1544544948");

        assertEquals(new Verification.Refused("missing_time"), verify(none, connector(KEY)));
        assertEquals(new Verification.Refused("malformed_time"), verify(wrong, connector(KEY)));
        assertEquals(new Verification.Refused("repeated"), verify(twice, connector(KEY)));
    }

    @Test
    void trailSaysWhatIsWrongWithoutTheSecretAndTheQuery() {
        Trail trail = Trail.noting();
        String claims = claims().replace(URL_HASH, "00");

        provider.verify(
                call(Tokens.hs256(claims, "the secret")).receivedAt(SIGNED).get(), connector("the secret"), trail);

        String steps = trail.steps().toString();
        assertTrue(steps.contains("another URL"), steps);
        assertFalse(steps.contains("the secret") || steps.contains("a=1"), steps);
    }

    private static Verification verdict(String reason, String nonce) {
        return reason == null ? new Verification.Verified(nonce) : new Verification.Refused(reason);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String claims() {
        return quoted(
                "{'iss':'MessageBird','nbf':1625479200,'exp':1625479260,'jti':'j','url_hash':'" + URL_HASH + "'" + "}");
    }

    private static Callback call(String token) {
        return Callback.of("").method("GET").uri("/mb?a=1").header("MessageBird-Signature-JWT", token);
    }

    private static Callback older() {
        return Callback.of("{\"a key\":\"some value\"}")
                .uri("/mb?abc=foo&def=bar")
                .header("MessageBird-Signature", "orb0adPhRCYND1WCAvPBr+qjm4STGtyvNDIDNBZ4Ir4=")
                .header("MessageBird-Request-Timestamp", "1544544948")
                .receivedAt(Instant.ofEpochSecond(1544544948));
    }

    private static Connector connector(String... keys) {
        return ConnectorExample.within(
                Duration.ofDays(1), ConnectorExample.with("messagebird", Map.of("signing_key", List.of(keys))));
    }

    private Verification verify(Callback call, Connector connector) {
        return provider.verify(call.get(), connector, Trail.NONE);
    }
}
