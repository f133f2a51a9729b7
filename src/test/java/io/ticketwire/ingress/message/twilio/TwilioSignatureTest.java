package io.ticketwire.ingress.message.twilio;

import java.util.List;
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
import io.ticketwire.testing.MessagingVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Twilio's signature by the vectors of its own libraries, which all use the same token and the same call:
 * RequestValidatorTest of twilio-java, -csharp and -php, test_request_validator.py of twilio-python, validation.spec.js of
 * twilio-node, request_validator_test.go of twilio-go.
 */
class TwilioSignatureTest {

    private static final String TOKEN = "12345";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String CALL =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private static final String OBJECT = "{\"property\": \"value\", \"boolean\": true}";
    private static final String HASH = "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String HASHED_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4=";
    private static final Verification VERIFIED = new Verification.Verified();
    private static final Verification MISMATCH = new Verification.Refused("mismatch");

    private final TwilioProvider provider = new TwilioProvider();

    @ParameterizedTest
    @CsvSource({
        // as typed in; without the port; with it; with the port that the scheme has by itself
        "https://mycompany.com, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234, CYn1h0gLBdNxDGkKJg6hYohgeD8=",
        "https://mycompany.com, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        // user and password, whose colon is before no port
        "https://user:pass@mycompany.com, CukzLTc1tT5dXEDIHm/tKBanW10=",
        "https://user@mycompany.com, 2YRLlVAflCqxaNicjMpJcSTgzSs=",
        "https://user:pass@mycompany.com, ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=",
        // in the case that was typed in
        "https://MyCompany.com, g9IN/x4Cft2g517EjYvEvM/W7LU=",
        "https://MyCompany.com:1234, PCqOZm8cnu/L6+u5i5fuEd+Iac4=",
        "http://MyCompany.com, XY7AlKOKL6im4yWyX84gldUrtis=",
        "http://username:password@MyCompany.com, PJ08CxXr7KLPjEQCTc8LkUSMwSM=",
        "HTTP://username:password@MyCompany.com, hy/l8pca+LFms4cvRdv8uiP6NGc=",
        "http://Username:Password@MyCompany.com, SkTSKyDJH9kUlhItI0slbgZ1UsI=",
    })
    void publishedSignatureIsRight(String host, String signature) {
        Callback call = call(CALL, signature);

        assertEquals(VERIFIED, verify(host + "/myapp.php?foo=1&bar=2", call));
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com, NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com, WRONG_SIGNATURE",
        "https://mycompany.com, ''",
        "https://mycompany.com, RSOYDt4T1cUTdK1PDd93/VVr8B8",
        "https://mycompany.com, rsoydt4t1cutdk1pdd93/vvr8b8=",
        "https://MyCompany.com, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://MyCompany.com:1234, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "http://mycompany.com, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com.example, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    })
    void otherSignatureIsRefused(String host, String signature) {
        Callback call = call(CALL, signature);

        assertEquals(MISMATCH, verify(host + "/myapp.php?foo=1&bar=2", call));
    }

    @ParameterizedTest
    @CsvSource({
        "MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx, 83O6e2vORAoJHUNzJjDWN1jz+BA=",
        "MessagingBinding.Address=%2B1415xxxxxxx&MessagingBinding.Address=%2B1325xxxxxxx, 83O6e2vORAoJHUNzJjDWN1jz+BA=",
        "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234, IK+Dwps556ElfBT0I3Rgjkr1wJU=",
        "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234, IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    })
    void valuesOfARepeatedParameterAreSortedAndCountOnce(String form, String signature) {
        assertEquals(VERIFIED, verify(URL, call(form, signature)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309",
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212&New=1",
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234+&From=%2B14158675309&To=%2B18005551212",
                "CallSid=CA1234567890ABCDE&Caller=+14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212",
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1235&From=%2B14158675309&To=%2B18005551212",
                "",
            })
    void everyParameterTakesPartAsItWasSent(String form) {
        assertEquals(MISMATCH, verify(URL, call(form, SIGNATURE)));
    }

    @Test
    void orderOfTheParametersDoesNotMatter() {
        String other =
                "To=%2B18005551212&From=%2B14158675309&Digits=1234&Caller=%2B14158675309&CallSid=CA1234567890ABCDE";

        assertEquals(VERIFIED, verify(URL, call(other, SIGNATURE)));
    }

    @Test
    void queryIsSigned() {
        assertEquals(MISMATCH, verify(URL + "&somethingUnexpected=true", call(CALL, SIGNATURE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsq4Ehbj6cs+KdTkpF5sSSplOWw=", "TfZzewPq8wqrGlMfyAud8+/IvJ0="})
    void apostropheInTheQueryMayBeSignedAsItIsOrEscaped(String signature) {
        assertEquals(VERIFIED, verify(URL + "&Body=It's+amazing", call(CALL, signature)));
    }

    @Test
    void fragmentThatSetsTimeoutsIsNotSigned() {
        Callback call = call(CALL, SIGNATURE).uri("/api/webhooks/twilio/sms?foo=1&bar=2");

        assertEquals(VERIFIED, verify(connector(TOKEN), "https://mycompany.com/myapp.php#ct=2000&rc=3", call));
    }

    @ParameterizedTest
    @CsvSource({
        URL + "&" + HASH + ", '" + OBJECT + "', " + HASHED_SIGNATURE,
        "https://mycompany.com/myapp.php?" + HASH + ", '" + OBJECT + "', y77kIzt2vzLz71DgmJGsen2scGs=",
        URL + "&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a, {}, "
                + "Ldidvp12m26NI7eqEvxnEpkd9Hc=",
    })
    void jsonIsSignedByItsHashInTheUrl(String url, String body, String signature) {
        assertEquals(VERIFIED, verify(url, json(body, signature)));
    }

    @Test
    void bodyThatIsHashedInTheUrlIsNoFormEvenIfNobodySaysSo() {
        assertEquals(
                VERIFIED,
                verify(URL + "&" + HASH, json(OBJECT, HASHED_SIGNATURE).mediaType(null)));
        assertEquals(
                MISMATCH, verify(URL + "&" + HASH, json("a=b", HASHED_SIGNATURE).mediaType(null)));
        assertEquals(VERIFIED, verify(URL, call(CALL, SIGNATURE).mediaType(null)));
    }

    @Test
    void jsonWithoutItsHashIsRefused() {
        Verification missing = new Verification.Refused("missing_hash");

        assertEquals(missing, verify(URL, json(OBJECT, SIGNATURE)));
        assertEquals(missing, verify("https://mycompany.com/myapp.php", json(OBJECT, SIGNATURE)));
    }

    @Test
    void jsonWithTheHashOfAnotherIsRefused() {
        assertEquals(MISMATCH, verify(URL + "&" + HASH, json(OBJECT + " ", HASHED_SIGNATURE)));
        assertEquals(MISMATCH, verify(URL + "&bodySHA256=", json(OBJECT, HASHED_SIGNATURE)));
        assertEquals(MISMATCH, verify(URL + "&bodySHA256=zz", json(OBJECT, HASHED_SIGNATURE)));
    }

    @Test
    void hashThatIsRightUnderAnotherSignatureIsRefused() {
        assertEquals(MISMATCH, verify(URL + "&" + HASH, json(OBJECT, SIGNATURE)));
    }

    @Test
    void ofAGetOnlyTheUrlIsSigned() {
        Callback call = Callback.of("")
                .mediaType(null)
                .method("GET")
                .header("X-Twilio-Signature", "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");

        assertEquals(VERIFIED, verify(URL, call));
        assertEquals(MISMATCH, verify(URL + "&MessageSid=SM1", call));
    }

    @Test
    void eitherOfTwoTokensIsRight() {
        Callback call = call(CALL, SIGNATURE).uri("/?foo=1&bar=2");

        assertEquals(VERIFIED, verify(connector("the new one", TOKEN), "https://mycompany.com/myapp.php", call));
        assertEquals(MISMATCH, verify(connector("the new one"), "https://mycompany.com/myapp.php", call));
    }

    @Test
    void connectorWithoutATokenAcceptsNothing() {
        Verification refused = new Verification.Refused("no_secret");

        assertEquals(refused, verify(connector(), URL, call(CALL, SIGNATURE)));
        assertEquals(refused, verify(connector(""), URL, call(CALL, SIGNATURE)));
    }

    @Test
    void headerIsGivenOnce() {
        Callback without = Callback.of(CALL).mediaType(FORM);

        assertEquals(new Verification.Refused("missing"), verify(URL, without));
        assertEquals(
                new Verification.Refused("repeated"),
                verify(URL, call(CALL, SIGNATURE).header("x-twilio-signature", SIGNATURE)));
    }

    @Test
    void formThatIsTooLongIsRefused() {
        assertEquals(new Verification.Refused("malformed"), verify(URL, call("a=1&".repeat(1_001), SIGNATURE)));
    }

    @ParameterizedTest
    @CsvSource({"AC00000000000000000000000000000001, true", "AC00000000000000000000000000000002, false"})
    void callbackOfAnotherAccountIsRefusedIfTheAccountIsKnown(String account, boolean right) {
        Connector known = ConnectorExample.with(
                "twilio",
                Map.of("auth_token", List.of("5f2c0b7e9d1a4c3e8b6f7a0d1c2e3f40"), "account_sid", List.of(account)));
        Callback call = Callback.of(MessagingVectors.TWILIO_READ.body())
                .mediaType(FORM)
                .header("X-Twilio-Signature", "ZDUmtDLG8UqxsrBRztCBwzKGW80=");

        Verification verification = verify(known, "https://gw.example.com/in/twilio-whatsapp/status", call);

        assertEquals(right ? VERIFIED : new Verification.Refused("account"), verification);
    }

    @ParameterizedTest
    @CsvSource({"AC1, true", "AC2, false"})
    void eventsOfAnotherAccountAreRefusedIfTheAccountIsKnown(String account, boolean right) {
        Connector known = ConnectorExample.with(
                "twilio", Map.of("auth_token", List.of(TOKEN), "account_sid", List.of("AC0", account)));
        String events = "[{\"data\":{\"accountSid\":\"AC1\"}},{\"data\":{}},{\"data\":{\"accountSid\":\"AC1\"}}]";
        Callback call = json(events, "N4X9oLlM1t24CgYZdJ4pNXQZKvI=")
                .uri("/?" + "bodySHA256=b0877bd9def0de61d92c11cdbf6fc45ac07586b3af7a45c813d704f00c1426e5");

        Verification verification = verify(known, "https://mycompany.com/myapp.php", call);

        assertEquals(right ? VERIFIED : new Verification.Refused("account"), verification);
    }

    @Test
    void trailHasNoPassword() {
        Trail trail = Trail.noting();
        Connector connector = ConnectorExample.at("https://user:pass@mycompany.com/myapp.php", connector(TOKEN));

        provider.verify(call(CALL, "x").uri("/?foo=1&bar=2").get(), connector, trail);

        assertFalse(trail.steps().isEmpty());
        assertFalse(trail.steps().toString().contains("pass@"), trail.steps().toString());
    }

    private static Callback call(String form, String signature) {
        return Callback.of(form).mediaType(FORM).header("X-Twilio-Signature", signature);
    }

    private static Callback json(String body, String signature) {
        return Callback.of(body).header("X-Twilio-Signature", signature);
    }

    private static Connector connector(String... tokens) {
        return ConnectorExample.with("twilio", Map.of("auth_token", List.of(tokens)));
    }

    /** Called at {@code url}, which was typed in without its query. */
    private Verification verify(String url, Callback call) {
        int query = url.indexOf('?');
        return verify(connector(TOKEN), url, call.uri(query < 0 ? "/" : "/" + url.substring(query)));
    }

    private Verification verify(Connector connector, String publicUrl, Callback call) {
        return provider.verify(call.get(), ConnectorExample.at(publicUrl, connector), Trail.NONE);
    }
}
