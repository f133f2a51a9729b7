package io.ticketwire.ingress.message.vonage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.BirdAndVonageVectors;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The token of Vonage's signed webhooks. */
class VonageTokenTest {

    private static final Instant ISSUED = Instant.ofEpochSecond(1516239022);
    private static final String BODY = new String(BirdAndVonageVectors.VONAGE_STATUS.body(), UTF_8);
    private static final String BEARER =
            BirdAndVonageVectors.VONAGE_STATUS.headers().get(3);
    private static final String SECRET = "secret-key";

    private final VonageProvider provider = new VonageProvider();

    @Test
    void tokenIsForItsBodyOnly() {
        assertEquals(new Verification.Verified("jti"), verify(call(BODY, BEARER), connector(SECRET)));
        assertEquals(new Verification.Verified("jti"), verify(call(BODY, BEARER), connector("new", SECRET)));
        assertEquals(new Verification.Refused("mismatch"), verify(call(BODY + " ", BEARER), connector(SECRET)));
        assertEquals(new Verification.Refused("mismatch"), verify(call("", BEARER), connector(SECRET)));
        assertEquals(new Verification.Refused("mismatch"), verify(call(BODY, BEARER), connector("wrong-secret")));
    }

    /** Vonage: an internal error may leave a callback unsigned, and with a 5xx it comes again, signed. */
    @Test
    void callbackWithoutATokenMayComeAgain() {
        assertEquals(
                new Verification.Undecided("unsigned"),
                verify(Callback.of(BODY).receivedAt(ISSUED), connector(SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "bearer a.b", "Bearer a.b.c", "Token token=\"x\""})
    void whatIsNoBearerTokenIsRefused(String header) {
        assertEquals(new Verification.Refused("malformed"), verify(call(BODY, header), connector(SECRET)));
    }

    @Test
    void schemeIsOfEitherCase() {
        String bearer = BEARER.replace("Bearer", "bearer");

        assertEquals(new Verification.Verified("jti"), verify(call(BODY, bearer), connector(SECRET)));
    }

    @Test
    void headerThatIsSentTwiceIsRefused() {
        Callback twice = call(BODY, BEARER).header("authorization", BEARER);

        assertEquals(new Verification.Refused("repeated"), verify(twice, connector(SECRET)));
    }

    @ParameterizedTest
    @CsvSource({"300, ", "301, stale", "-300, ", "-301, ahead"})
    void tokenIsGoodForTheWindowOnBothSides(long age, String reason) {
        Verification verification = verify(call(BODY, BEARER).receivedAt(ISSUED.plusSeconds(age)), connector(SECRET));

        assertEquals(verdict(reason), verification);
    }

    @Test
    void timesAreNotLookedAtWithoutAReplayWindow() {
        Connector connector = ConnectorExample.within(Duration.ZERO, connector(SECRET));

        assertEquals(new Verification.Verified("jti"), verify(call(BODY, BEARER).receivedAt(Instant.now()), connector));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|| ",
                "'iss':'Vonage'|'iss':'MessageBird'|issuer",
                "'iss':'Vonage',||issuer",
                "'iat':1516239022|'iat':'1516239022'|malformed_time",
                "'iat':1516239022,||malformed_time",
                "'iat':1516239022|'iat':1516239022.5|",
                "'iat':1516239022|'iat':1516239022,'exp':1516240000|",
                "'iat':1516239022|'iat':1516239022,'exp':1516230000|stale",
                "'payload_hash'|'hash'|mismatch",
                "'payload_hash':'|'payload_hash':'0|mismatch",
                "'a1b2'|'other'|account",
                "'api_key':'a1b2',||account",
                "'app1'|'app3'|account",
                "'app1'|'app2'|",
            })
    void everyClaimCounts(String part, String other, String reason) {
        Connector connector = ConnectorExample.with(
                "vonage",
                Map.of(
                        "signature_secret",
                        List.of("s"),
                        "api_key",
                        List.of("a1b2"),
                        "application_id",
                        List.of("app1", "app2")));
        String claims = claims();
        String changed = part == null ? claims : claims.replace(quoted(part), other == null ? "" : quoted(other));

        Verification verification = verify(call("{}", "Bearer " + Tokens.hs256(changed, "s")), connector);

        assertEquals(verdict(reason), verification);
    }

    @Test
    void tokenWithoutAnIdHasNoNonce() {
        String bearer = "Bearer " + Tokens.hs256(claims().replace("\"jti\"", "\"id\""), "s");

        assertEquals(new Verification.Verified(), verify(call("{}", bearer), connector("s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "RS256", "HS384", "HS512"})
    void onlyHs256IsAccepted(String algorithm) {
        String token = Tokens.signed("{\"alg\":\"" + algorithm + "\"}", claims(), "s");

        assertEquals(new Verification.Refused("algorithm"), verify(call("{}", "Bearer " + token), connector("s")));
    }

    @Test
    void connectorWithoutASecretAcceptsNothing() {
        assertEquals(
                new Verification.Refused("no_secret"),
                verify(call(BODY, BEARER), ConnectorExample.with("vonage", Map.of())));
        assertEquals(new Verification.Refused("no_secret"), verify(call(BODY, BEARER), connector("")));
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector(SECRET)));
    }

    private static Verification verdict(String reason) {
        return reason == null ? new Verification.Verified("jti") : new Verification.Refused(reason);
    }

    private static String claims() {
        return quoted("{'iss':'Vonage','iat':1516239022,'jti':'jti','api_key':'a1b2','application_id':'app1',"
                + "'payload_hash':'" + Tokens.sha256("{}") + "'}");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static Callback call(String body, String header) {
        return Callback.of(body).receivedAt(ISSUED).header("Authorization", header);
    }

    private static Connector connector(String... secrets) {
        return ConnectorExample.with("vonage", Map.of("signature_secret", List.of(secrets)));
    }

    private Verification verify(Callback call, Connector connector) {
        return provider.verify(call.get(), connector, Trail.NONE);
    }
}
