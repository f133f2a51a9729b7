package io.ticketwire.ingress.signature;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.HmacToken.Algorithm;
import io.ticketwire.platform.Sha256;
import io.ticketwire.testing.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The signature of a token, and all that could be read in two ways. */
class HmacTokenTest {

    private static final String VONAGE_TEXT =
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" + ".eyJzdWIiOiJhZG1pbiIsIm5hbWUiOiJTaW5hIiwiaWF0IjoxNjk4MjU4NjY3fQ";
    private static final String VONAGE_SECRET = "0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5";
    private static final String SIGNATURE = ".ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0";

    private final HmacToken token = new HmacToken("here", Set.of(Algorithm.HS256));

    /** JwtValidatorTest of vonage-jwt-jdk. */
    @ParameterizedTest
    @CsvSource({
        "ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0, 0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5, true",
        "ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0, 0c15c425ff48dd59dab5fb3ffa57d528f405a71d78af4998dfacab4dffb02ca5, false",
        "JYE9nZOm-ouJm75YB79ouwStFowe7jsEqNg1ehmmZmE, 0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5, false",
        "ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa0, decafea1deadbeef0123456789abcdef0123456789abcdef0123456789abcdef, false",
        "pZ2YiYpipVpf59vZgUHLYICJwhVISwBhy_q9WokKm2A, decafea1deadbeef0123456789abcdef0123456789abcdef0123456789abcdef, true",
        "YNz-ojcIge37-LwXjOY835p64iXKPR_iHzLnn1msR50, 0c15c425fe48dd59dab5fb3eea57d528f405a71d78ae4998deacab4deeb02ca5, false",
        "YNz-ojcIge37-LwXjOY835p64iXKPR_iHzLnn1msR50, 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c, true",
    })
    void tokensOfVonagesTestsAreJudgedAsTheyAre(String signature, String secret, boolean valid) {
        assertEquals(valid ? "Verified" : "mismatch", verdict(VONAGE_TEXT + "." + signature, secret));
    }

    /** test_verify_jwt.py of Vonage's Python SDK, test.rb of its Ruby SDK. */
    @ParameterizedTest
    @CsvSource({
        "qwertyuiopasdfghjklzxcvbnm123456, eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJPbmxpbmUgSldUIEJ1aWxkZXIiLCJpYXQiOjE2OTc2MzQ2ODAsImV4cCI6MzMyNTQ1NDA4MjgsImF1ZCI6IiIsInN1YiI6IiJ9.88vJc3I2HhuqEDixHXVhc9R30tA6U_HQHZTC29y6CGM, Verified",
        "asdf, eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJPbmxpbmUgSldUIEJ1aWxkZXIiLCJpYXQiOjE2OTc2MzQ2ODAsImV4cCI6MzMyNTQ1NDA4MjgsImF1ZCI6IiIsInN1YiI6IiJ9.88vJc3I2HhuqEDixHXVhc9R30tA6U_HQHZTC29y6CGM, mismatch",
        "qwertyuiopasdfghjklzxcvbnm123456, asdf, malformed",
        "ZYtdTtGV3BCFN7tWmOWr1md66XsquMggr4W2cTtXtcPgfnI0Xw, eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE1ODc0OTQ5NjIsImp0aSI6ImM1YmE4ZjI0LTFhMTQtNGMxMC1iZmRmLTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6ImQ2YzBlNzRiNTg1N2RmMjBlM2I3ZTUxYjMwYzBjMmE0MGVjNzNhNzc4NzliNmYwNzRkZGM3YTIzMTdkZDAzMWIiLCJhcGlfa2V5IjoiYTFiMmMzZCIsImFwcGxpY2F0aW9uX2lkIjoiYWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtMDEyMzQ1Njc4OWFiIn0.JQRKi1d0SQitmjPINfTWMpt3XZkGsLbD7EjCdXoNSbk, Verified",
        "ZYtdTtGV3BCFN7tWmOWr1md66XsquMggr4W2cTtXtcPgf55555, eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE1ODc0OTQ5NjIsImp0aSI6ImM1YmE4ZjI0LTFhMTQtNGMxMC1iZmRmLTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6ImQ2YzBlNzRiNTg1N2RmMjBlM2I3ZTUxYjMwYzBjMmE0MGVjNzNhNzc4NzliNmYwNzRkZGM3YTIzMTdkZDAzMWIiLCJhcGlfa2V5IjoiYTFiMmMzZCIsImFwcGxpY2F0aW9uX2lkIjoiYWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtMDEyMzQ1Njc4OWFiIn0.JQRKi1d0SQitmjPINfTWMpt3XZkGsLbD7EjCdXoNSbk, mismatch",
    })
    void tokensOfOtherSdksAreJudgedAsTheyAre(String secret, String compact, String verdict) {
        assertEquals(verdict, verdict(compact, secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                VONAGE_TEXT,
                VONAGE_TEXT + SIGNATURE + ".",
                VONAGE_TEXT + SIGNATURE + SIGNATURE,
                VONAGE_TEXT + SIGNATURE + "=",
                VONAGE_TEXT + SIGNATURE + " ",
                VONAGE_TEXT + ".ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa1",
                VONAGE_TEXT + ".ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIMqa",
                VONAGE_TEXT + ".ZVSrJeaES6iaBOwd6vMk93my2gq1uCwDi3c7aCIM+/0",
                "W10.e30.AA",
                "e30.W10.AA",
                "e30.bm8.AA",
                "e30.e30.\u05d0",
            })
    void whatIsNoTokenIsMalformed(String compact) {
        assertEquals("malformed", verdict(compact, VONAGE_SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":null}",
                "{\"alg\":[\"HS256\"]}",
                "{\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"HS256\",\"b64\":false}",
            })
    void anyOtherAlgorithmIsRefusedWhateverTheSignature(String header) {
        assertEquals("algorithm", verdict(Tokens.signed(header, "{}", "s"), "s"));
    }

    @Test
    void tokenWithoutASignatureIsNoneOfAnyAlgorithm() {
        String none = Tokens.base64("{\"alg\":\"none\"}".getBytes(UTF_8)) + ".e30.";

        assertEquals("algorithm", verdict(none, "s"));
        assertEquals("mismatch", verdict(VONAGE_TEXT + ".", VONAGE_SECRET));
    }

    @Test
    void nameThatStandsTwiceIsMalformed() {
        assertEquals("malformed", verdict(Tokens.signed("{\"alg\":\"none\",\"alg\":\"HS256\"}", "{}", "s"), "s"));
        assertEquals("malformed", verdict(Tokens.hs256("{\"iss\":\"a\",\"iss\":\"b\"}", "s"), "s"));
    }

    @Test
    void longTokenIsNotEvenRead() {
        assertEquals("Verified", verdict(Tokens.hs256("{\"a\":\"" + "x".repeat(6_000) + "\"}", "s"), "s"));
        assertEquals("malformed", verdict(Tokens.hs256("{\"a\":\"" + "x".repeat(8_000) + "\"}", "s"), "s"));
    }

    @Test
    void claimsOfAForgedTokenAreNotLookedAt() {
        Verification verification = token.verify(Tokens.hs256("{}", "other"), List.of("s"), Trail.NONE, claims -> {
            throw new AssertionError("not believed yet");
        });

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    @Test
    void anySecretOfAListWillDo() {
        String signed = Tokens.hs256("{}", "old");

        assertEquals("Verified", verdict(signed, "new", "old"));
        assertEquals("mismatch", verdict(signed, "new", "newer"));
        assertEquals("mismatch", verdict(signed));
    }

    @Test
    void timeIsANumberOfSeconds() {
        JsonNodeFactory json = JsonNodeFactory.instance;

        assertEquals(
                1_500_000_000L,
                HmacToken.time(json.numberNode(1_500_000_000.7)).orElseThrow().getEpochSecond());
        assertTrue(HmacToken.time(json.textNode("1500000000")).isEmpty());
        assertTrue(HmacToken.time(json.numberNode(-1)).isEmpty());
        assertTrue(HmacToken.time(json.numberNode(1e300)).isEmpty());
        assertTrue(HmacToken.time(json.missingNode()).isEmpty());
    }

    @Test
    void hashIsHexOfEitherCase() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String hex = Tokens.sha256("a");

        assertTrue(HmacToken.isHash(json.textNode(hex), Sha256.of("a")));
        assertTrue(HmacToken.isHash(json.textNode(hex.toUpperCase(Locale.ROOT)), Sha256.of("a")));
        assertFalse(HmacToken.isHash(json.textNode(hex.substring(1)), Sha256.of("a")));
        assertFalse(HmacToken.isHash(json.textNode(""), Sha256.of("a")));
        assertFalse(HmacToken.isHash(json.nullNode(), Sha256.of("a")));
    }

    private String verdict(String compact, String... secrets) {
        Verification verification =
                token.verify(compact, List.of(secrets), Trail.NONE, claims -> new Verification.Verified());
        return verification instanceof Verification.Refused refused ? refused.reason() : "Verified";
    }
}
