package io.ticketwire.ingress.message.vonage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The parameter {@code sig}, by the vectors of Vonage's SDKs. */
class VonageSmsSignatureTest {

    private static final String SECRET = "my_secret_key_for_testing";
    private static final String INBOUND = "message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827"
            + "&msisdn=14843472194&text=Test+again&timestamp=1385047698&to=13239877404&type=text";
    private static final Instant SIGNED = Instant.ofEpochSecond(1385047698);
    private static final String MD5HASH = "d2e7b1dc968737c5998ad624e02f90b7";
    private static final String JAVA = "a=alphabet&b=bananas&timestamp=2100";

    private final VonageSmsProvider provider = new VonageSmsProvider();

    /** SignatureTest of the PHP SDK, signature.ts of Node's, signature_test.rb of Ruby's. */
    @ParameterizedTest
    @CsvSource({
        "md5hash, d2e7b1dc968737c5998ad624e02f90b7",
        "md5, DDEBD46008C2D4E93CCE578A332A52D5",
        "sha1, 27D0D05C2876C7CB1720DBCDBA4D492E1E55C09A",
        "sha256, DDB8397C2B90AAC7F3882D306475C9A5058C92322EEF43C92B298B6E0FC0D330",
        "sha512, E0D3C650F8C9D1A5C174D10DDDBFB003E561F59B265616208B0487C5D819481CD3C311D59CF6165ECD1139622D5BA3A256C0D763AC4A9AD9144B5A426B94FE82",
    })
    void messageIsVerifiedByEveryMethodAndInEveryForm(String method, String signature) {
        String signed = INBOUND + "&sig=" + signature;
        String json =
                "{\"message-timestamp\":\"2013-11-21 15:27:30\",\"messageId\":\"020000001B0FE827\",\"msisdn\":\"14843472194\","
                        + "\"text\":\"Test again\",\"timestamp\":1385047698,\"to\":13239877404,\"type\":\"text\",\"sig\":\""
                        + signature
                        + "\"}";

        assertEquals("verified", verdict(get(signed), method, SECRET));
        assertEquals("verified", verdict(get(INBOUND + "&sig=" + signature.toLowerCase(Locale.ROOT)), method, SECRET));
        assertEquals("verified", verdict(form(signed), method, SECRET));
        assertEquals("verified", verdict(Callback.of(json), method, "new", SECRET));
        assertEquals("mismatch", verdict(form(signed.replace("again", "agaim")), method, SECRET));
        assertEquals("mismatch", verdict(get(signed + "&more=1"), method, SECRET));
        assertEquals("mismatch", verdict(get(signed), method, "other"));
    }

    @ParameterizedTest
    @CsvSource({
        "83c052a82906ec7c116e16f6d92f7eee, message-timestamp=2013-11-21+17%3A37%3A31&messageId=030000002A267DBB&msisdn=14843472194&text=One+more+time&timestamp=1385055451&to=14849970568&type=text",
        "ff933bf31c79ab3fc6a38d100191c48f, keyword=TESTINGS&message-timestamp=2017-04-04+23%3A05%3A22&messageId=0C00000027217D5B&msisdn=14843472194&nonce=c4ab6ed2-9bf5-48a0-af91-107e29bdd399&text=Testings&timestamp=1491347122&to=12192259404&type=text",
        "e06d9763e3fd0b9c31beb5fc2fcb011c, keyword=TEST&message-timestamp=2017-04-04+22%3A57%3A47&messageId=0B00000042AC53BD&msisdn=14843472194&nonce=929d6744-bd28-42c8-b6cf-31d5b4f43732&text=Test+with+%26+and+%3D&timestamp=1491346667&to=12192259404&type=text",
        "17f5e3b22f778ec73464c01d180e9d0f, api_key=not_a_key&from=12192259404&text=Test%26test%3Dsomething&timestamp=1490638615&to=14843472194",
        "c3d6a686ab9c7e7408bb1c0506e9629a, k=_",
        "c3d6a686ab9c7e7408bb1c0506e9629a, k=%26",
        "c3d6a686ab9c7e7408bb1c0506e9629a, k=%3D",
    })
    void messagesOfThePhpAndRubyTestsAreVerified(String signature, String query) {
        assertEquals("verified", verdict(get("sig=" + signature + "&" + query), "md5hash", SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "md5, 51CDAFEBB4BBCE9525B195C1617CB8D2",
        "sha1, 0162AEC64BC183B2E1256545951FE5639DC98020",
        "sha256, 9FEC5EF6D0F2B3D2BB7558B6E4042569823CAB9EA0DD30503472B7B304601975",
        "sha512, 40BD12B9A4B6000AD1138EEFD24FFE9FBD72AEE13C3FA04B32BB69DBC256AD0A04A463B1A9AF6660D10F6E1E769EE14B9CFF6A635502E93AFCD0BFAB29F38F87",
    })
    void requestOfThePhpTestIsVerified(String method, String signature) {
        String query =
                "api_key=fake_api_key&to=14155550100&from=AcmeInc&text=Test+From+Nexmo&type=text&timestamp=1540924779";

        assertEquals("verified", verdict(get(query + "&sig=" + signature), method, "71efab63122f1d179f51c46bac838fb5"));
    }

    /** RequestSigningTest of the Java SDK. */
    @ParameterizedTest
    @CsvSource({
        "md5hash, 7d43241108912b32cc315b48ce681acf",
        "md5, e0afe267aefd6dd18a848c1681517a19",
        "sha1, b7f749de27b4adcf736cc95c9a7e059a16c85127",
        "sha256, 8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546",
        "sha512, 1c834a1f6a377d4473971387b065cb38e2ad6c4869ba77b7b53e207a344e87ba04b456dfc697b371a2d1ce476d01dafd4394aa97525eff23badad39d2389a710",
    })
    void requestOfTheJavaTestIsVerified(String method, String signature) {
        assertEquals("verified", verdict(get(JAVA + "&sig=" + signature), method, "abcde"));
        assertEquals("verified", verdict(get(JAVA + "&c=+&sig=" + signature), method, "abcde"));
        assertEquals("no_secret", verdict(get(JAVA + "&sig=" + signature), method));
        assertEquals("missing", verdict(get(JAVA), method, "abcde"));
    }

    @Test
    void parametersWithoutAValueAreSignedOrNot() {
        String without = "a3368bf718ba104dcb392d8877e8eb2b";

        assertEquals("verified", verdict(get("a=alphabet&timestamp=2100&b=&sig=" + without), "md5hash", "abcde"));
        assertEquals("verified", verdict(get("a=alphabet&timestamp=2100&b=++&sig=" + without), "md5hash", "abcde"));
        assertEquals(
                "verified",
                verdict(
                        Callback.of(
                                "{\"a\":\"alphabet\",\"timestamp\":\"2100\",\"b\":null,\"sig\":\"" + without + "\"}"),
                        "md5hash",
                        "abcde"));
        // MD5 of "&a=1&b=s"
        assertEquals("verified", verdict(get("a=1&b=&sig=c70d854dd8432e27b5a7fec14f259576"), "md5hash", "s"));
    }

    /** test_auth.py of the Python SDK. */
    @ParameterizedTest
    @CsvSource({
        "md5, param=value, 655a4d0b7f064dff438defc52b012cf5, verified",
        "md5, param=value, invalid_signature, mismatch",
        "sha256, param1=value1&param2=value2, 280c4320703dbc98bfa22db676655ed2acfbfe8792b062ff7622e67f1183c287, verified",
        "md5, param1=value1&param2=value2, 724c2bf6ca423c36e20631b11d1c5753, verified",
        "md5, param1=value%261&param2=value%3D2, 2bbf0abafb2c55e5af6231513896a2ac, verified",
    })
    void requestsOfThePythonTestAreJudgedAsThere(String method, String query, String signature, String verdict) {
        String signed = query + "&timestamp=1234567890&sig=" + signature;

        assertEquals(verdict, verdict(get(signed), method, "signature_secret"));
        assertEquals(verdict, verdict(form(signed), method, "signature_secret"));
    }

    @Test
    void otherMethodIsNotTaken() {
        String signed = INBOUND + "&sig=" + MD5HASH;

        assertEquals("mismatch", verdict(get(signed), "sha256", SECRET));
        assertEquals("mismatch", verdict(get(signed), "md5", SECRET));
    }

    @Test
    void methodIsMd5hashIfNoneIsEntered() {
        Connector connector = ConnectorExample.with("vonage_sms", Map.of("signature_secret", List.of(SECRET)));

        assertEquals(
                new Verification.Verified(),
                provider.verify(
                        get(INBOUND + "&sig=" + MD5HASH).receivedAt(SIGNED).get(), connector, Trail.NONE));
    }

    @ParameterizedTest
    @CsvSource({"300, ", "301, stale", "-300, ", "-301, ahead"})
    void signatureIsGoodForTheWindowOnBothSides(long age, String reason) {
        Callback call = get(INBOUND + "&sig=" + MD5HASH).receivedAt(SIGNED.plusSeconds(age));

        assertEquals(reason == null ? "verified" : reason, verdict(call, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp=1385047698&, '', missing_time",
        "timestamp=1385047698, timestamp=now, malformed_time",
        "timestamp=1385047698, timestamp=-1, malformed_time",
        "timestamp=1385047698, timestamp=+, missing_time",
        "timestamp=1385047698, timestamp=1385047698&timestamp=1, repeated",
    })
    void timeMustBeGivenOnce(String part, String other, String reason) {
        Callback call = get(INBOUND.replace("&" + part, "&" + other) + "&sig=" + MD5HASH)
                .receivedAt(SIGNED);

        assertEquals(reason, verdict(call, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "7", "{\"sig\":\"a\"", "{\"sig\":\"a\"} x", "{\"sig\":{\"a\":1}}", "{\"a\":[1]}"})
    void bodyThatHoldsNoParametersIsMalformed(String body) {
        String expected = body.isEmpty() ? "missing" : "malformed";

        assertEquals(expected, verdict(Callback.of(body), "md5hash", SECRET));
    }

    @Test
    void numbersAreSignedAsTheyAreWritten() {
        // MD5 of "&a=0.0330&b=1E3&c=true&d=-7s"
        String json = "{\"d\":-7,\"c\":true,\"b\":1E3,\"a\":0.0330,\"sig\":\"85fe01e980f486d5d61268b4946eef1a\"}";

        assertEquals("verified", verdict(Callback.of(json), "md5hash", "s"));
    }

    @Test
    void nonceIsTheParametersOwn() {
        Callback call = get("keyword=TESTINGS&message-timestamp=2017-04-04+23%3A05%3A22&messageId=0C00000027217D5B"
                + "&msisdn=14843472194&nonce=c4ab6ed2-9bf5-48a0-af91-107e29bdd399&text=Testings&timestamp=1491347122"
                + "&to=12192259404&type=text&sig=ff933bf31c79ab3fc6a38d100191c48f");

        assertEquals(
                new Verification.Verified("c4ab6ed2-9bf5-48a0-af91-107e29bdd399"),
                provider.verify(call.get(), connector(Duration.ZERO, "md5hash", SECRET), Trail.NONE));
    }

    @Test
    void whatNamesTheConnectorMayStandBesideWhatIsSigned() {
        assertEquals("verified", verdict(get("connectorId=c&" + INBOUND + "&sig=" + MD5HASH), "md5hash", SECRET));
    }

    @Test
    void emptySecretSignsNothing() {
        String query = "message-timestamp=2013-11-21+17%3A31%3A42&messageId=030000002A264B8B&msisdn=14843472194"
                + "&text=Message+test&timestamp=1385055102&to=14849970568&type=text&sig=f0bfad43bd90cf1ea1f1525c18ba4dab";

        assertEquals("no_secret", verdict(get(query), "md5hash", ""));
    }

    private static Callback get(String query) {
        return Callback.of("").method("GET").mediaType(null).uri("/api/webhooks/vonage?" + query);
    }

    private static Callback form(String form) {
        return Callback.of(form).mediaType("application/x-www-form-urlencoded");
    }

    private static Connector connector(Duration window, String method, String... secrets) {
        return ConnectorExample.within(
                window,
                ConnectorExample.with(
                        "vonage_sms", Map.of("signature_secret", List.of(secrets), "method", List.of(method))));
    }

    private String verdict(Callback call, String method, String... secrets) {
        return verdict(call, connector(Duration.ZERO, method, secrets));
    }

    private String verdict(Callback call, Duration window) {
        return verdict(call, connector(window, "md5hash", SECRET));
    }

    private String verdict(Callback call, Connector connector) {
        Verification verification = provider.verify(call.get(), connector, Trail.NONE);
        return verification instanceof Verification.Refused refused ? refused.reason() : "verified";
    }
}
